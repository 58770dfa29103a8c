-- Lists the steps of a shop's state with who took them, the last first. Indexes: merchant_transition_pk, staff_pk.
SELECT t.from_status, t.to_status, t.recorded_at, t.actor_role, t.reason, s.name AS actor_name
FROM merchant_transition t
LEFT JOIN staff s ON s.staff_id = t.actor_id
WHERE t.merchant_id = $1
ORDER BY t.sequence DESC
LIMIT 100
