-- Ends a screen unless it has ended: then no row. Index: wall_screen_pk.
UPDATE wall_screen SET ended_at = $2, ended_by = $3 WHERE screen_id = $1 AND ended_at IS NULL
