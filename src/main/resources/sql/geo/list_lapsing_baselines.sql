-- The denominators of places $1 that hold when they end on $2, or were to begin later. Index: baseline_pk.
SELECT b.place_id, b.valid_from, b.premises, b.target_rate, b.source
FROM baseline b
WHERE b.place_id = ANY ($1) AND NOT EXISTS (
    SELECT FROM baseline n WHERE n.place_id = b.place_id AND n.valid_from > b.valid_from AND n.valid_from <= $2)
ORDER BY b.place_id, b.valid_from
