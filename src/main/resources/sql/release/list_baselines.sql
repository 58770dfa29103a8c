-- The baseline of every place that holds on the day $1. Index: baseline_pk.
SELECT DISTINCT ON (place_id) place_id, valid_from, premises, target_rate, source
FROM baseline WHERE valid_from <= $1::date
ORDER BY place_id, valid_from DESC
