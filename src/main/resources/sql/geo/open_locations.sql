-- Goes on, from $2, with locations that edition $1 has ended the day before, in their new wards; up to the outlet's next
-- location, if there is one. Indexes: outlet_location_ward_ix, outlet_location_pk.
INSERT INTO outlet_location (outlet_id, valid_from, valid_to, district_place_id, ward_place_id, street_place_id)
SELECT l.outlet_id, $2,
       (SELECT min(n.valid_from) - 1 FROM outlet_location n WHERE n.outlet_id = l.outlet_id AND n.valid_from > $2),
       l.district_place_id, edition_ward($1, l.outlet_id, l.ward_place_id, l.district_place_id), l.street_place_id
FROM place p
JOIN outlet_location l ON l.ward_place_id = p.place_id
WHERE p.ended_by_edition = $1 AND l.valid_to = $2::date - 1
  AND NOT EXISTS (SELECT FROM outlet_location n WHERE n.outlet_id = l.outlet_id AND n.valid_from = $2)
ORDER BY l.outlet_id
