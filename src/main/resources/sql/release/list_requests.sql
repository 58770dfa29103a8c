-- How many payment requests each merchant issued in each area on the days $1 to $2, in the category that it was of on each
-- day: the same rows that figures are made of (figure/read_requests). Indexes: payment_request_date_ix,
-- merchant_category_change_pk.
WITH changed AS MATERIALIZED (
    SELECT DISTINCT merchant_id FROM merchant_category_change WHERE business_date > $1::date
)
SELECT o.merchant_id, category.code AS category_code, s.district_place_id, s.ward_place_id, s.street_place_id,
       0::bigint AS amount_vnd, count(*) AS things
FROM payment_request r
JOIN outlet o USING (outlet_id)
JOIN merchant m ON m.merchant_id = o.merchant_id
JOIN adoption_span s ON s.outlet_id = r.outlet_id
    AND s.span_from <= r.business_date AND s.span_before > r.business_date
LEFT JOIN changed ON changed.merchant_id = o.merchant_id
CROSS JOIN LATERAL (
    SELECT CASE WHEN changed.merchant_id IS NULL THEN m.category_code ELSE COALESCE((
        SELECT c.from_category FROM merchant_category_change c
        WHERE c.merchant_id = m.merchant_id AND c.business_date > r.business_date
        ORDER BY c.sequence LIMIT 1), m.category_code) END AS code) category
WHERE r.business_date BETWEEN $1::date AND $2::date
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1, 2, 3, 4, 5
