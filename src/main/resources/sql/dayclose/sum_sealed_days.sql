-- What the seals of the days $1 to $2 hold of those days themselves. Index: day_seal_total_pk.
SELECT part_date, measure, sum(facts)::bigint AS facts, sum(amount_vnd)::text AS amount_vnd
FROM day_seal_total WHERE business_date BETWEEN $1 AND $2 AND part_date = business_date
GROUP BY part_date, measure
