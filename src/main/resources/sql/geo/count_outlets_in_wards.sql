-- How many outlets stand in wards $1 on $2 or later, by ward and district. Index: outlet_location_ward_ix.
SELECT l.ward_place_id, l.district_place_id, count(DISTINCT l.outlet_id) AS outlets
FROM outlet_location l
WHERE l.ward_place_id = ANY ($1) AND (l.valid_to IS NULL OR l.valid_to >= $2)
GROUP BY l.ward_place_id, l.district_place_id
