-- Adds a walk list. Index: walk_list_pk.
INSERT INTO walk_list (walk_list_id, street_place_id, assigned_to, assigned_by, due_on, note, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
