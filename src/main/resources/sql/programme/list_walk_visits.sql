-- Lists what came of a walk list, each stop's latest visit last. Index: walk_visit_pk.
SELECT v.premises_id, v.edition, v.outcome, v.come_again_on, v.note, v.visited_at, COALESCE(a.name, '') AS visitor_name
FROM walk_visit v
LEFT JOIN staff a ON a.staff_id = v.visited_by
WHERE v.walk_list_id = $1
ORDER BY v.premises_id, v.edition
