-- What the parts of the seal of day $1 counted, by measure. Index: day_seal_total_pk.
SELECT part_date, measure, sum(facts)::bigint AS facts, sum(amount_vnd)::text AS amount_vnd
FROM day_seal_total
WHERE business_date = $1
GROUP BY part_date, measure
