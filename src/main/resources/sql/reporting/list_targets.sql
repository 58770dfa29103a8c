-- The adoption rate to be reached of every place, as it holds on the day $1. Index: baseline_pk.
SELECT DISTINCT ON (place_id) place_id, target_rate FROM baseline
WHERE valid_from <= $1::date ORDER BY place_id, valid_from DESC
