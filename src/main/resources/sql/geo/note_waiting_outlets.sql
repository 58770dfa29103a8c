-- Notes the outlets of edition $1 that a person has to place, before they move on $2. Index: outlet_location_ward_ix.
INSERT INTO outlet_ward_choice (edition_id, outlet_id, from_place_id)
SELECT DISTINCT ON (l.outlet_id) $1, l.outlet_id, l.ward_place_id
FROM place p
JOIN outlet_location l ON l.ward_place_id = p.place_id
WHERE p.ended_by_edition = $1 AND (l.valid_to IS NULL OR l.valid_to >= $2)
  AND edition_ward($1, l.outlet_id, l.ward_place_id, l.district_place_id) IS NULL
ORDER BY l.outlet_id, l.valid_from
ON CONFLICT ON CONSTRAINT outlet_ward_choice_pk DO NOTHING
