-- Takes back which area followed which by an undone edition. Reads some thousand rows.
DELETE FROM place_succession WHERE started_by_edition = $1
