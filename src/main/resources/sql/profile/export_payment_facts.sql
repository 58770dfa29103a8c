-- What came after a merchant's payments were recorded: refunds, assignments, acceptances. Indexes: payment_merchant_ix,
-- payment_fact_merchant_ix, payment_fact_refund_ix, payment_fact_assignment_uq.
SELECT f.payment_id AS "paymentId", f.kind, f.sequence, f.outcome, f.amount_vnd AS "amountVnd", f.outlet_id AS "outletId",
       f.payment_request_id AS "paymentRequestId", f.booked_at AS "bookedAt", f.business_date AS "businessDate",
       f.recorded_at AS "recordedAt", f.actor_role AS "actorRole"
FROM (
    SELECT o.payment_id, o.merchant_id FROM payment o WHERE o.merchant_id = $1
    UNION
    SELECT g.payment_id, o.merchant_id
    FROM payment_fact g JOIN payment o ON o.payment_id = g.payment_id
    WHERE g.kind = 'ASSIGNMENT' AND g.merchant_id = $1) p
JOIN payment_fact f ON f.payment_id = p.payment_id
LEFT JOIN LATERAL payment_assignment(p.payment_id) a ON true
WHERE CASE WHEN a.outcome IS NULL THEN p.merchant_id ELSE a.merchant_id END = $1
ORDER BY f.payment_id, f.recorded_at, f.fact_id
