-- Sets the target rate of the baseline in force on $2. Index: baseline_pk.
UPDATE baseline SET target_rate = $3
WHERE place_id = $1
    AND valid_from = (SELECT max(b.valid_from) FROM baseline b WHERE b.place_id = $1 AND b.valid_from <= $2)
