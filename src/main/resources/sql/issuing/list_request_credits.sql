-- Lists the credits that are a request's now, whether the bank took them back, and what the merchant gave back. Indexes:
-- payment_request_ix, payment_fact_request_ix, payment_reversal_pk, payment_pk.
SELECT payment_id, bank_code, bank_reference, amount_vnd, outcome, booked_at, recorded_at, reversed, refunded_vnd
FROM payment_request_credits($1)
ORDER BY payment_id
