-- Lists what was done about a case, the first first. Indexes: case_act_case_ix, staff_pk.
SELECT a.act_id, a.act, a.acted_at, a.actor_id, s.name AS actor_name, a.actor_role, a.action, a.resolution, a.reason, a.note,
       a.outlet_id, a.payment_request_id, a.evidence, a.answers_act_id
FROM case_act a
LEFT JOIN staff s ON s.staff_id = a.actor_id
WHERE a.case_id = $1
ORDER BY a.act_id
LIMIT 500
