-- What each merchant took from day $1 to $2, by cell and by its category as of $3, merchant by merchant. Index:
-- outlet_day_pk.
SELECT o.merchant_id::text AS merchant, d.district_place_id AS district, d.ward_place_id AS ward,
       d.street_place_id AS street, k.category_code AS category, sum(d.amount_vnd)::bigint AS amount_vnd
FROM outlet_day d
JOIN outlet o ON o.outlet_id = d.outlet_id
JOIN merchant_category_on($3) k ON k.merchant_id = o.merchant_id
WHERE d.business_date BETWEEN $1 AND $2 AND d.transactions > 0 AND d.district_place_id <> ''
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1
