-- Whether a bank told this transfer already. Index: payment_key_pk.
SELECT count(*) AS keys FROM payment_key WHERE bank_code = $1 AND bank_reference = $2
