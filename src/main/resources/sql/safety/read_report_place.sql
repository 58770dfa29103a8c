-- Reads a merchant's own outlet, where it stands now. Indexes: outlet_pk, outlet_location_open_uq.
SELECT l.district_place_id, d.code AS district_code
FROM outlet o
JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
JOIN place d ON d.place_id = l.district_place_id
WHERE o.outlet_id = $1 AND o.merchant_id = $2
