-- How many outlets of each merchant were credited on the days $1 to $2, wherever they stood then, in the category that it
-- was of on the last of them: the same rows that figures are made of (figure/read_active). Index: outlet_day_pk.
SELECT merchant_id, k.category_code, district_place_id, ward_place_id, street_place_id,
       0::bigint AS amount_vnd, count(*) AS things
FROM (
    SELECT DISTINCT d.outlet_id, d.district_place_id, d.ward_place_id, d.street_place_id
    FROM outlet_day d
    WHERE d.business_date BETWEEN $1::date AND $2::date AND d.transactions > 0
) active
JOIN outlet o USING (outlet_id)
JOIN merchant_category_on($2) k USING (merchant_id)
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1, 2, 3, 4, 5
