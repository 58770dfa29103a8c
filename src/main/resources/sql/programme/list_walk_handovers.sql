-- Lists to whom a walk list was given on, the first first. Index: walk_handover_pk.
SELECT f.name AS from_name, t.name AS to_name, h.due_before, h.due_on, h.reason, h.handed_at,
    COALESCE(b.name, '') AS giver_name
FROM walk_handover h
JOIN staff f ON f.staff_id = h.from_staff
JOIN staff t ON t.staff_id = h.to_staff
LEFT JOIN staff b ON b.staff_id = h.handed_by
WHERE h.walk_list_id = $1
ORDER BY h.sequence
