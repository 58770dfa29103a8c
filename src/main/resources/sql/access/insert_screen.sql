-- Adds a screen. Index: wall_screen_pk.
INSERT INTO wall_screen (screen_id, name, opened_at, opened_by) VALUES ($1, $2, $3, $4)
