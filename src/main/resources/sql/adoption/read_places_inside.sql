-- Wards and streets that belong to district $1 on the day $2, and their baseline. Index: place_member_container_ix.
SELECT p.place_id, p.kind, p.code, p.name_vi, b.premises::bigint AS premises, b.target_rate::double precision AS target
FROM place p
LEFT JOIN LATERAL (
    SELECT premises, target_rate FROM baseline WHERE place_id = p.place_id AND valid_from <= $2
    ORDER BY valid_from DESC LIMIT 1) b ON true
WHERE p.kind IN ('WARD', 'STREET')
  AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2)
  AND p.place_id IN (
    SELECT m.member_place_id FROM place_member m
    WHERE m.container_place_id = $1 AND m.valid_from <= $2 AND (m.valid_to IS NULL OR m.valid_to >= $2))
ORDER BY p.kind, p.code
