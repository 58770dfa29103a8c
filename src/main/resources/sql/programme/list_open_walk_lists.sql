-- Lists the open walk lists, the most urgent first. Index: walk_list_assigned_to_ix, walk_stop_pk.
SELECT w.walk_list_id, w.street_place_id, w.assigned_to, a.name AS assignee_name, w.due_on, w.note, w.created_at,
    w.ended_at, progress.stops, progress.visited
FROM walk_list w
JOIN staff a ON a.staff_id = w.assigned_to
CROSS JOIN LATERAL (
    SELECT count(*) AS stops, count(last.outcome) FILTER (WHERE last.outcome <> 'COME_AGAIN') AS visited
    FROM walk_stop s
    LEFT JOIN LATERAL (
        SELECT v.outcome FROM walk_visit v
        WHERE v.walk_list_id = s.walk_list_id AND v.premises_id = s.premises_id
        ORDER BY v.edition DESC LIMIT 1) last ON true
    WHERE s.walk_list_id = w.walk_list_id) progress
WHERE w.ended_at IS NULL
ORDER BY w.due_on, w.walk_list_id
LIMIT 200
