-- The latest $4 credits of merchant $1 on business day $2, of outlet $3 or of all, and how many of that day count. Those
-- assigned to it are included and those assigned away left out. Indexes: payment_merchant_ix, payment_fact_merchant_ix,
-- payment_fact_assignment_uq, payment_reversal_pk.
WITH mine AS (
    SELECT p.* FROM payment p WHERE p.merchant_id = $1 AND p.business_date = $2
    UNION ALL
    SELECT p.* FROM payment p
    WHERE p.payment_id IN (SELECT f.payment_id FROM payment_fact f WHERE f.kind = 'ASSIGNMENT' AND f.merchant_id = $1)
      AND p.merchant_id IS DISTINCT FROM $1 AND p.business_date = $2
), told AS MATERIALIZED (
    SELECT p.payment_id, p.amount_vnd, p.booked_at, p.business_date, whose.outcome, whose.outlet_id,
           whose.payment_request_id,
           whose.outcome = 'REVERSED' OR EXISTS (
             SELECT FROM payment_reversal v
             WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
               AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd) AS taken_back
    FROM mine p
    LEFT JOIN LATERAL payment_assignment(p.payment_id) a ON true
    CROSS JOIN LATERAL (
        SELECT CASE WHEN a.outcome IS NULL THEN p.outcome ELSE a.outcome END AS outcome,
               CASE WHEN a.outcome IS NULL THEN p.merchant_id ELSE a.merchant_id END AS merchant_id,
               CASE WHEN a.outcome IS NULL THEN p.outlet_id ELSE a.outlet_id END AS outlet_id,
               CASE WHEN a.outcome IS NULL THEN p.payment_request_id ELSE a.payment_request_id END
                   AS payment_request_id) whose
    WHERE p.direction = 'CREDIT' AND whose.merchant_id = $1 AND ($3::uuid IS NULL OR whose.outlet_id = $3)
)
SELECT t.payment_id, t.amount_vnd, t.booked_at, t.business_date, t.outcome, t.taken_back,
       (SELECT o.name FROM outlet o WHERE o.outlet_id = t.outlet_id) AS outlet_name,
       (SELECT r.amount_vnd FROM payment_request r WHERE r.payment_request_id = t.payment_request_id) AS asked_vnd,
       (SELECT count(*) FROM told c WHERE NOT c.taken_back) AS counted
FROM told t
ORDER BY t.payment_id DESC
LIMIT $4
