-- Ends, the day before $2, locations in wards that edition $1 has ended. Index: outlet_location_ward_ix.
UPDATE outlet_location l SET valid_to = $2::date - 1
FROM place p
WHERE p.ended_by_edition = $1 AND p.place_id = l.ward_place_id AND l.valid_from < $2
  AND (l.valid_to IS NULL OR l.valid_to >= $2)
