-- Takes back that an outlet trades at a place of trade. Index: premises_outlet_pk.
DELETE FROM premises_outlet l USING premises p
WHERE l.premises_id = $1 AND p.premises_id = l.premises_id AND p.street_place_id = $2
RETURNING l.outlet_id
