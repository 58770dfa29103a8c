-- Says that an outlet of the street trades at a place of trade. Index: premises_pk, outlet_location_open_uq.
INSERT INTO premises_outlet (premises_id, outlet_id, linked_at, linked_by)
SELECT p.premises_id, l.outlet_id, $4, $5
FROM premises p
JOIN outlet_location l ON l.street_place_id = p.street_place_id AND l.valid_to IS NULL
WHERE p.premises_id = $1 AND p.street_place_id = $2 AND l.outlet_id = $3
