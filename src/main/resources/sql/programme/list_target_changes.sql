-- Lists what was aimed at for a metric of a place, the latest first. Index: target_change_place_ix backwards.
SELECT c.act, c.value, c.due_on, o.name AS owner_name, c.note, c.changed_at, a.name AS changer_name
FROM target_change c
LEFT JOIN staff o ON o.staff_id = c.owner_id
LEFT JOIN staff a ON a.staff_id = c.changed_by
WHERE c.place_id = $1 AND c.metric = $2
ORDER BY c.changed_at DESC, c.version DESC
LIMIT 100
