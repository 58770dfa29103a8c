-- What no seal holds yet of days before $1: told by transactions from $2 on, the last seal's horizon.
-- Index: payment_recorded_xid_ix, payment_fact_recorded_xid_ix.
SELECT business_date AS part_date, measure, count(*) AS facts, sum(amount_vnd)::text AS amount_vnd
FROM day_fact WHERE business_date < $1 AND recorded_xid >= $2
GROUP BY business_date, measure
