-- Lists a merchant's outlets with where they stand now. Index: outlet_merchant_ix, outlet_location_open_uq.
SELECT o.outlet_id, o.name, o.address, o.created_at, l.valid_from,
       d.code AS district_code, w.code AS ward_code, s.code AS street_id
FROM outlet o
JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
JOIN place d ON d.place_id = l.district_place_id
LEFT JOIN place w ON w.place_id = l.ward_place_id
LEFT JOIN place s ON s.place_id = l.street_place_id
WHERE o.merchant_id = $1
ORDER BY o.outlet_id
