-- Lists screens that are not ended, the newest first, with when each was last seen. Indexes: session_subject_ix, staff_pk;
-- screens are some dozens.
SELECT w.screen_id, w.name, w.opened_at, s.name AS opened_by_name,
       (SELECT max(COALESCE(n.last_seen_at, n.created_at)) FROM session n WHERE n.subject_id = w.screen_id) AS seen_at
FROM wall_screen w
JOIN staff s ON s.staff_id = w.opened_by
WHERE w.ended_at IS NULL
ORDER BY w.opened_at DESC, w.screen_id
LIMIT 200
