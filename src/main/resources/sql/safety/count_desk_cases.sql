-- Counts reports of pasted-over codes by case: what is open, what is open since before $3, and since $2 what was confirmed
-- and dismissed and how long that took, in seconds. $1: districts that the caller is limited to. Indexes:
-- recon_case_tampered_ix, case_act_case_ix.
SELECT count(*) FILTER (WHERE c.status <> 'RESOLVED') AS open,
       count(*) FILTER (WHERE c.status = 'OPEN') AS fresh,
       count(*) FILTER (WHERE c.status <> 'RESOLVED' AND c.opened_at < $3) AS late,
       count(*) FILTER (WHERE c.resolved_at >= $2 AND a.action = 'CONFIRM') AS confirmed,
       count(*) FILTER (WHERE c.resolved_at >= $2 AND a.action = 'IGNORE') AS dismissed,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM c.resolved_at - c.opened_at)::bigint)
           FILTER (WHERE c.resolved_at >= $2) AS seconds_median
FROM recon_case c
LEFT JOIN case_act a ON a.case_id = c.case_id AND a.act = 'RESOLVE'
WHERE c.kind = 'CODE_TAMPERED'
  AND (c.status <> 'RESOLVED' OR c.resolved_at >= $2)
  AND ($1::text[] IS NULL OR c.district_code = ANY ($1))
