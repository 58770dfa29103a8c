-- What was counted of the days $1 to $2 that are not sealed. Index: payment_business_date_bx.
SELECT business_date AS part_date, measure, count(*) AS facts, sum(amount_vnd)::text AS amount_vnd
FROM day_fact
WHERE business_date BETWEEN $1 AND $2
  AND business_date NOT IN (SELECT s.business_date FROM day_seal s WHERE s.business_date BETWEEN $1 AND $2)
GROUP BY business_date, measure
