-- What banks call these payments. Index: payment_pk.
SELECT payment_id, bank_code, bank_reference FROM payment WHERE payment_id = ANY ($1)
