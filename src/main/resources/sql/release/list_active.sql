-- How many outlets of each merchant were credited, where they stood then, on at least $3 of the days $1 to $2. Index:
-- outlet_day_pk.
SELECT merchant_id, category_code, district_place_id, ward_place_id, street_place_id,
       0::bigint AS amount_vnd, count(*) AS things
FROM (
    SELECT o.merchant_id, m.category_code, d.district_place_id, d.ward_place_id, d.street_place_id, d.outlet_id
    FROM outlet_day d
    JOIN outlet o USING (outlet_id)
    JOIN merchant m USING (merchant_id)
    WHERE d.business_date BETWEEN $1::date AND $2::date AND d.transactions > 0
    GROUP BY 1, 2, 3, 4, 5, 6
    HAVING count(*) >= $3::integer
) active
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1, 2, 3, 4, 5
