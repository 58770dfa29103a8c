-- What each merchant took from day $1 to $2, by cell and by its category as of $3, merchant by merchant. An outlet's
-- days in one place are added up before anything is joined to them. Index: outlet_day_pk.
SELECT o.merchant_id::text AS merchant, d.district, d.ward, d.street, k.category_code AS category,
       sum(d.amount_vnd)::bigint AS amount_vnd
FROM (
    SELECT outlet_id, district_place_id AS district, ward_place_id AS ward, street_place_id AS street,
           sum(amount_vnd)::bigint AS amount_vnd
    FROM outlet_day
    WHERE business_date BETWEEN $1 AND $2 AND transactions > 0 AND district_place_id <> ''
    GROUP BY 1, 2, 3, 4) d
JOIN outlet o USING (outlet_id)
JOIN merchant_category_on($3) k USING (merchant_id)
GROUP BY o.merchant_id, 2, 3, 4, 5
ORDER BY o.merchant_id
