-- Losses that one person accepted, and payments that one person moved from a merchant to another; for checks only. Indexes:
-- case_act_resolves_once_uq, payment_fact_assignment_uq.
SELECT count(*) OVER () AS offenders, a.case_id || ' ' || c.kind || ' ' || a.action AS offender
FROM case_act a
JOIN recon_case c ON c.case_id = a.case_id
LEFT JOIN payment_fact f ON f.case_id = c.case_id AND f.kind = 'ASSIGNMENT'
LEFT JOIN payment p ON p.payment_id = f.payment_id
LEFT JOIN LATERAL (
    SELECT b.sequence, b.merchant_id
    FROM payment_fact b
    WHERE b.payment_id = f.payment_id AND b.kind = 'ASSIGNMENT' AND b.sequence < f.sequence
    ORDER BY b.sequence DESC
    LIMIT 1) b ON true
WHERE a.act = 'RESOLVE' AND a.actor_id IS NOT NULL AND a.answers_act_id IS NULL
  AND ((a.resolution = 'ACCEPTED' AND c.kind NOT IN ('LATE', 'UNMATCHED', 'CODE_TAMPERED'))
    OR f.merchant_id <> CASE WHEN b.sequence IS NULL THEN p.merchant_id ELSE b.merchant_id END)
LIMIT 10
