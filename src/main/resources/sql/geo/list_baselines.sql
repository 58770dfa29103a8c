-- Lists the denominators that hold on $1, and those of later days, by place. Index: baseline_pk.
SELECT b.place_id, b.valid_from, b.premises, b.target_rate, b.source
FROM baseline b
WHERE b.valid_from > $1 OR NOT EXISTS (
    SELECT FROM baseline n WHERE n.place_id = b.place_id AND n.valid_from > b.valid_from AND n.valid_from <= $1)
ORDER BY b.place_id, b.valid_from
