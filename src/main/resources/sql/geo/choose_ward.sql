-- Notes in which ward of edition $1 outlet $2 of ward $3 stands; outlet_ward_choice_successor_fk refuses a ward that holds
-- no part of the old one. Index: outlet_ward_choice_pk.
INSERT INTO outlet_ward_choice AS c (edition_id, outlet_id, from_place_id, ward_place_id, chosen_at, chosen_by)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT ON CONSTRAINT outlet_ward_choice_pk DO UPDATE
SET ward_place_id = excluded.ward_place_id, chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by
WHERE c.from_place_id = excluded.from_place_id
