-- Lists merchants, newest first, from a cursor on; a filter that is NULL does not filter. Index: merchant_pk backwards,
-- outlet_merchant_ix and outlet_location_pk for districts. $4: districts asked for, $5: districts the caller may see.
SELECT m.merchant_id, m.status, m.legal_name, m.display_name, m.tax_code, m.phone_e164, m.category_code, m.locale,
       m.created_at, m.updated_at, m.approved_at, m.version, m.amount_tolerance_vnd,
       ARRAY(SELECT DISTINCT d.code
             FROM outlet o
             JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
             JOIN place d ON d.place_id = l.district_place_id
             WHERE o.merchant_id = m.merchant_id
             ORDER BY d.code) AS district_codes
FROM merchant m
WHERE ($1::text IS NULL OR m.status = $1)
  AND ($2::text IS NULL OR m.search_text LIKE $2 ESCAPE '\')
  AND ($3::uuid IS NULL OR m.merchant_id < $3)
  AND ($4::text IS NULL OR EXISTS (
        SELECT FROM outlet o
        JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
        JOIN place d ON d.place_id = l.district_place_id
        WHERE o.merchant_id = m.merchant_id AND d.code = $4))
  AND ($5::text[] IS NULL OR EXISTS (
        SELECT FROM outlet o
        JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
        JOIN place d ON d.place_id = l.district_place_id
        WHERE o.merchant_id = m.merchant_id AND d.code = ANY ($5)))
ORDER BY m.merchant_id DESC
LIMIT $6
