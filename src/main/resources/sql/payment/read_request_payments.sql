-- What one locked request has received, other than by payment $2. Indexes: payment_request_pk, payment_request_ix,
-- payment_fact_request_ix, payment_reversal_pk.
SELECT q.amount_vnd, q.amount_tolerance_vnd, q.merchant_id, q.outlet_id,
       COALESCE((
         SELECT sum(c.amount_vnd - c.refunded_vnd)
         FROM payment_request_credits(q.payment_request_id) c
         WHERE c.outcome IN ('MATCHED', 'UNDERPAID', 'OVERPAID') AND NOT c.reversed AND c.payment_id <> $2), 0)::bigint
         AS paid_vnd
FROM payment_request q
WHERE q.payment_request_id = $1
