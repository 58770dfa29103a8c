-- The baselines that hold on $2 of all places of kind $1; places without one are left out. Index: baseline_pk.
SELECT p.place_id, b.premises::bigint AS premises, b.target_rate, b.valid_from, b.source
FROM place p
JOIN LATERAL (
    SELECT premises, target_rate, valid_from, source FROM baseline WHERE place_id = p.place_id AND valid_from <= $2
    ORDER BY valid_from DESC LIMIT 1) b ON true
WHERE p.kind = $1
ORDER BY p.place_id
