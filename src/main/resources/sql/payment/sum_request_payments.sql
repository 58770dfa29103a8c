-- What each named request has received so far, less what was reversed or given back; run after the lock, with a snapshot
-- of its own. Indexes: payment_request_reference_uq, payment_request_ix, payment_fact_request_ix, payment_reversal_pk.
SELECT q.payment_request_id, sum(c.amount_vnd - c.refunded_vnd)::bigint AS paid_vnd
FROM payment_request q
CROSS JOIN LATERAL payment_request_credits(q.payment_request_id) c
WHERE q.reference = ANY ($1) AND c.outcome IN ('MATCHED', 'UNDERPAID', 'OVERPAID') AND NOT c.reversed
GROUP BY q.payment_request_id
