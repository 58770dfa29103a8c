-- For places $1 and days $2 side by side: what holds on that day before anything is written. Index: baseline_pk.
SELECT w.place_id, w.valid_from, b.valid_from AS since, b.premises, b.target_rate, b.source
FROM unnest($1::text[], $2::date[]) AS w (place_id, valid_from)
CROSS JOIN LATERAL (
    SELECT valid_from, premises, target_rate, source FROM baseline
    WHERE place_id = w.place_id AND valid_from <= w.valid_from
    ORDER BY valid_from DESC
    LIMIT 1) b
