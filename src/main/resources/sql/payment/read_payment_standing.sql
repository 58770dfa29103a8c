-- Where a locked payment stands now; in a statement of its own, whose snapshot is taken after the lock. Indexes:
-- payment_pk, payment_fact_assignment_uq, payment_fact_refund_ix, payment_reversal_pk.
SELECT COALESCE(a.sequence, 0) AS sequence,
       CASE WHEN a.sequence IS NULL THEN p.outcome ELSE a.outcome END AS outcome,
       CASE WHEN a.sequence IS NULL THEN p.merchant_id ELSE a.merchant_id END AS merchant_id,
       CASE WHEN a.sequence IS NULL THEN p.outlet_id ELSE a.outlet_id END AS outlet_id,
       CASE WHEN a.sequence IS NULL THEN p.qr_id ELSE a.qr_id END AS qr_id,
       CASE WHEN a.sequence IS NULL THEN p.payment_request_id ELSE a.payment_request_id END AS payment_request_id,
       EXISTS (
         SELECT FROM payment_reversal v
         WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
           AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd) AS reversed,
       (SELECT COALESCE(sum(f.amount_vnd), 0)::bigint FROM payment_fact f
        WHERE f.payment_id = p.payment_id AND f.kind = 'REFUND') AS refunded_vnd
FROM payment p
LEFT JOIN LATERAL payment_assignment(p.payment_id) a ON true
WHERE p.payment_id = $1
