-- Ends places $1 on $2 by edition $3. Index: place_pk.
UPDATE place SET valid_to = $2, ended_by_edition = $3 WHERE place_id = ANY ($1) AND valid_to IS NULL
