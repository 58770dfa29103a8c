-- Reads where an outlet stood on a day; no row before its first one. Index: outlet_location_pk.
SELECT l.valid_from, d.code AS district_code, w.code AS ward_code, s.code AS street_id
FROM outlet_location l
JOIN place d ON d.place_id = l.district_place_id
LEFT JOIN place w ON w.place_id = l.ward_place_id
LEFT JOIN place s ON s.place_id = l.street_place_id
WHERE l.outlet_id = $1 AND l.valid_from <= $2 AND (l.valid_to IS NULL OR l.valid_to >= $2)
