-- Locations that began on $2 or later in a ward that edition $1 had ended: they began in its new one. Index:
-- outlet_location_ward_ix.
UPDATE outlet_location l SET ward_place_id = edition_ward($1, l.outlet_id, l.ward_place_id, l.district_place_id)
FROM place p
WHERE p.ended_by_edition = $1 AND p.place_id = l.ward_place_id AND l.valid_from >= $2
