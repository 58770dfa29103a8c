-- Adds which area followed which, or corrects it, $1 as JSON rows. Index: place_succession_pk.
INSERT INTO place_succession AS s (old_place_id, new_place_id, split)
SELECT old_place_id, new_place_id, split
FROM jsonb_to_recordset($1) AS wanted (old_place_id text, new_place_id text, split boolean)
ON CONFLICT ON CONSTRAINT place_succession_pk DO UPDATE SET split = excluded.split WHERE s.split <> excluded.split
