-- All districts, with the baseline that holds on $1. Index: place_code_edition_uq, baseline_pk.
SELECT p.place_id, p.kind, p.code, p.name_vi, b.premises::bigint AS premises, b.target_rate::double precision AS target
FROM place p
LEFT JOIN LATERAL (
    SELECT premises, target_rate FROM baseline WHERE place_id = p.place_id AND valid_from <= $1
    ORDER BY valid_from DESC LIMIT 1) b ON true
WHERE p.kind = 'DISTRICT'
ORDER BY p.code
