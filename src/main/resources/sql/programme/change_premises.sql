-- Changes a place of trade that is still as it was read ($3). Index: premises_pk.
UPDATE premises
SET house_number = $4, name = $5, category_code = $6, status = $7, source = $8, seen_on = $9, recorded_at = $10,
    recorded_by = $11, house_key = $12, name_key = $13, version = version + 1
WHERE premises_id = $1 AND street_place_id = $2 AND version = $3
