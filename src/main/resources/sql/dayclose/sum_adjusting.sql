-- What later seals hold of day $1, by the day that they seal. Index: day_seal_total_part_ix.
SELECT business_date AS part_date, measure, sum(facts)::bigint AS facts, sum(amount_vnd)::text AS amount_vnd
FROM day_seal_total WHERE part_date = $1 AND business_date > $1
GROUP BY business_date, measure
