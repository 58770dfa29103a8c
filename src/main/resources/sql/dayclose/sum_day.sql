-- What was counted of day $1 by transactions from $2 on. Index: payment_business_date_bx.
SELECT business_date AS part_date, measure, count(*) AS facts, sum(amount_vnd)::text AS amount_vnd
FROM day_fact WHERE business_date = $1 AND recorded_xid >= $2
GROUP BY business_date, measure
