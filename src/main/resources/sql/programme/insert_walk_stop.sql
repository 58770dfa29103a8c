-- Adds a stop to a walk list; refused where another open list has it. Index: walk_stop_pk, walk_stop_open_uq.
INSERT INTO walk_stop (walk_list_id, premises_id, position) VALUES ($1, $2, $3)
