-- The places of day $1 with the premises that hold then, and since when. Index: place_code_edition_uq, baseline_pk.
SELECT p.place_id, p.kind, b.premises::bigint AS premises, b.valid_from - '1970-01-01'::date AS premises_as_of
FROM place p
LEFT JOIN LATERAL (
    SELECT premises, valid_from FROM baseline WHERE place_id = p.place_id AND valid_from <= $1
    ORDER BY valid_from DESC LIMIT 1) b ON true
WHERE p.kind = 'DISTRICT' OR (p.valid_from <= $1 AND (p.valid_to IS NULL OR p.valid_to >= $1))
ORDER BY p.place_id
