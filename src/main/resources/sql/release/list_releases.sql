-- Releases of the months $1 to $2 with their acts, newest first. Index: release_month_ix, release_act_pk.
SELECT r.release_id, r.month, r.revision, r.attempt, r.drafted_at, d.name AS drafted_by, r.reasons, r.content_hash, r.notes,
       COALESCE((
           SELECT jsonb_agg(jsonb_build_object('id', a.act_id, 'act', a.act,
               'at', extract(epoch FROM a.acted_at)::bigint, 'actor', a.actor_id, 'name', COALESCE(s.name, ''),
               'note', a.note) ORDER BY a.acted_at, a.act_id)
           FROM release_act a LEFT JOIN staff s ON s.staff_id = a.actor_id
           WHERE a.release_id = r.release_id), '[]'::jsonb) AS acts
FROM release r
LEFT JOIN staff d ON d.staff_id = r.drafted_by
WHERE r.month BETWEEN $1::date AND $2::date
ORDER BY r.month DESC, r.revision DESC, r.attempt DESC
