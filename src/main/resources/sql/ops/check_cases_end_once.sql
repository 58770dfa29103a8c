-- Resolved cases without just one act that resolves them the same way, and others that have one; for checks only. Index:
-- case_act_resolves_once_uq.
SELECT count(*) OVER () AS offenders, c.case_id || ' ' || c.kind || ' ' || c.status AS offender
FROM recon_case c
LEFT JOIN LATERAL (
    SELECT count(*) AS ends, min(a.resolution) AS resolution
    FROM case_act a
    WHERE a.case_id = c.case_id AND a.act = 'RESOLVE') e ON true
WHERE (c.status = 'RESOLVED' AND (e.ends <> 1 OR e.resolution IS DISTINCT FROM c.resolution))
   OR (c.status <> 'RESOLVED' AND e.ends > 0)
LIMIT 10
