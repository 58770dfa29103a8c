-- Writes an outlet's changed name and address. Index: outlet_pk.
UPDATE outlet SET name = $2, address = $3 WHERE outlet_id = $1
