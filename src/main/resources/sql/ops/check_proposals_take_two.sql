-- Answers by the proposer, by nobody or to no proposal; proposals that neither wait nor were answered, or both; for checks
-- only. Indexes: case_act_pk, case_act_answered_once_uq.
SELECT count(*) OVER () AS offenders, a.act_id || ' ' || a.act AS offender
FROM case_act a
LEFT JOIN case_act p ON p.act_id = a.answers_act_id
LEFT JOIN case_act r ON r.answers_act_id = a.act_id
JOIN recon_case c ON c.case_id = a.case_id
WHERE (a.answers_act_id IS NOT NULL AND (
        p.act IS DISTINCT FROM 'PROPOSE' OR p.case_id <> a.case_id
        OR (a.act <> 'OVERTAKEN' AND (a.actor_id IS NULL OR a.actor_id = p.actor_id))))
   OR (a.act = 'PROPOSE' AND (r.act_id IS NULL) = (c.pending_act_id IS DISTINCT FROM a.act_id))
LIMIT 10
