-- Lists the stops of a walk list in their order. Index: walk_stop_position_uq, premises_pk, premises_outlet_pk.
SELECT s.position, p.premises_id, p.house_number, p.name, p.category_code, p.status, p.source, p.seen_on, p.version,
    l.outlet_id
FROM walk_stop s
JOIN premises p ON p.premises_id = s.premises_id
LEFT JOIN premises_outlet l ON l.premises_id = p.premises_id
WHERE s.walk_list_id = $1
ORDER BY s.position
