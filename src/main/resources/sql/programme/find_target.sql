-- Finds a target, with the rate of the baseline in force on $2. Index: target_pk, baseline_pk.
SELECT t.target_id, t.version, t.place_id, t.metric, COALESCE(t.value, r.target_rate) AS value, t.due_on, t.owner_id,
    o.name AS owner_name, t.plan, t.note
FROM target t
LEFT JOIN LATERAL (
    SELECT b.target_rate FROM baseline b
    WHERE b.place_id = t.place_id AND b.valid_from <= $2
    ORDER BY b.valid_from DESC LIMIT 1) r ON t.metric = 'adoptionRate'
LEFT JOIN staff o ON o.staff_id = t.owner_id
WHERE t.target_id = $1
