-- What each merchant took in each area on the days $1 to $2, in how many payments, in the category that it was of on each
-- day: the same rows that figures are made of (figure/read_credits). Indexes: outlet_day_pk,
-- merchant_category_change_pk.
WITH changed AS MATERIALIZED (
    SELECT DISTINCT merchant_id FROM merchant_category_change WHERE business_date > $1::date
)
SELECT o.merchant_id, category.code AS category_code, d.district_place_id, d.ward_place_id, d.street_place_id,
       sum(d.amount_vnd)::bigint AS amount_vnd, sum(d.transactions)::bigint AS things
FROM outlet_day d
JOIN outlet o USING (outlet_id)
JOIN merchant m USING (merchant_id)
LEFT JOIN changed USING (merchant_id)
CROSS JOIN LATERAL (
    SELECT CASE WHEN changed.merchant_id IS NULL THEN m.category_code ELSE COALESCE((
        SELECT c.from_category FROM merchant_category_change c
        WHERE c.merchant_id = m.merchant_id AND c.business_date > d.business_date
        ORDER BY c.sequence LIMIT 1), m.category_code) END AS code) category
WHERE d.business_date BETWEEN $1::date AND $2::date AND d.transactions > 0 AND d.district_place_id <> ''
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1, 2, 3, 4, 5
