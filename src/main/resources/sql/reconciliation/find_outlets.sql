-- Finds outlets of merchants that money may be given to, by a part of a name, tax code or phone number, within the districts
-- of $2. Indexes: merchant_pk, outlet_merchant_ix, outlet_location_open_uq.
SELECT o.outlet_id, o.name AS outlet_name, o.address, m.merchant_id, m.display_name
FROM merchant m
JOIN outlet o ON o.merchant_id = m.merchant_id
JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
JOIN place d ON d.place_id = l.district_place_id
WHERE m.status IN ('APPROVED', 'SUSPENDED')
  AND m.search_text LIKE $1 ESCAPE '\'
  AND ($2::text[] IS NULL OR d.code = ANY ($2))
ORDER BY m.merchant_id, o.outlet_id
LIMIT 10
