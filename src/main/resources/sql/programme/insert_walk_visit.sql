-- Adds what came of a visit. Index: walk_visit_pk.
INSERT INTO walk_visit (walk_list_id, premises_id, edition, outcome, come_again_on, note, visited_at, visited_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
