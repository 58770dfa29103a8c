-- Holds an edition until COMMIT, so that it is decided once. Index: place_edition_pk.
SELECT status FROM place_edition WHERE edition_id = $1 FOR NO KEY UPDATE
