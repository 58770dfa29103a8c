-- Payments of which more was given back than came, or that are missing or no money that counts; for checks only. Index:
-- payment_pk.
SELECT count(*) OVER () AS offenders, f.payment_id || ' ' || sum(f.amount_vnd) AS offender
FROM payment_fact f
LEFT JOIN payment p ON p.payment_id = f.payment_id
WHERE f.kind = 'REFUND'
GROUP BY f.payment_id, p.payment_id, p.amount_vnd, p.direction, p.twin_of
HAVING p.payment_id IS NULL OR sum(f.amount_vnd) > p.amount_vnd OR p.direction <> 'CREDIT' OR p.twin_of IS NOT NULL
LIMIT 10
