-- Adds which area follows which by edition $2, $1 as JSON rows. Index: place_succession_pk.
INSERT INTO place_succession (old_place_id, new_place_id, split, started_by_edition)
SELECT old_place_id, new_place_id, split, $2
FROM jsonb_to_recordset($1) AS wanted (old_place_id text, new_place_id text, split boolean)
