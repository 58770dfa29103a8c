-- Puts an outlet that waited into ward $3, from the first day of edition $1. Index: outlet_location_pk.
UPDATE outlet_location l SET ward_place_id = $3
FROM place_edition e
WHERE e.edition_id = $1 AND e.status = 'APPLIED' AND l.outlet_id = $2 AND l.ward_place_id IS NULL
  AND l.valid_from = (SELECT min(n.valid_from) FROM outlet_location n
                      WHERE n.outlet_id = $2 AND n.valid_from >= e.valid_from)
