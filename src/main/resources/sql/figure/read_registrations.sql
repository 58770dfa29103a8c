-- Merchants that registered on day $1, once for each cell of theirs, and whether a helper entered them. Index:
-- merchant_created_ix, outlet_merchant_ix, outlet_location_pk.
SELECT DISTINCT m.merchant_id::text AS merchant, l.district_place_id AS district, l.ward_place_id AS ward,
       l.street_place_id AS street, k.category_code AS category, m.assisted_by IS NOT NULL AS assisted
FROM merchant m
JOIN outlet o ON o.merchant_id = m.merchant_id AND o.created_at < business_day_start($1::date + 1)
JOIN merchant_category_on($1) k ON k.merchant_id = m.merchant_id
CROSS JOIN LATERAL adoption_location(o.outlet_id, $1) l
WHERE m.created_at >= business_day_start($1::date) AND m.created_at < business_day_start($1::date + 1)
