-- Decisions about a payment without the fact that they make, and facts whose case is not resolved; for checks only. Indexes:
-- payment_fact_assignment_uq, recon_case_pk.
SELECT count(*) OVER () AS offenders, d.offender
FROM (SELECT a.case_id || ' ' || a.action AS offender
      FROM case_act a
      JOIN recon_case c ON c.case_id = a.case_id
      JOIN payment t ON t.payment_id = c.payment_id
      WHERE a.act = 'RESOLVE' AND a.action IS NOT NULL
        AND NOT EXISTS (
            SELECT FROM payment_fact f
            WHERE f.payment_id = COALESCE(t.twin_of, t.payment_id)
              AND f.kind = CASE a.action WHEN 'ASSIGN' THEN 'ASSIGNMENT' WHEN 'REFUND' THEN 'REFUND' ELSE 'ACCEPTANCE' END
              AND (f.case_id = c.case_id OR a.action = 'ASSIGN'))
      UNION ALL
      SELECT f.fact_id || ' ' || f.kind
      FROM payment_fact f
      LEFT JOIN recon_case c ON c.case_id = f.case_id
      WHERE f.case_id IS NOT NULL AND c.status IS DISTINCT FROM 'RESOLVED') d
LIMIT 10
