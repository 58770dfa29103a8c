-- Opens an edition of an outlet's location, or corrects the one opened the same day. Index: outlet_location_pk.
INSERT INTO outlet_location (outlet_id, valid_from, district_place_id, ward_place_id, street_place_id)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ON CONSTRAINT outlet_location_pk DO UPDATE
SET district_place_id = excluded.district_place_id, ward_place_id = excluded.ward_place_id,
    street_place_id = excluded.street_place_id
