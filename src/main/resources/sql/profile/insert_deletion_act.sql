-- Keeps what was done about a wish to be forgotten. Index: deletion_act_pk; guarded by deletion_act_second_person,
-- deletion_act_not_early, deletion_act_ends_once_uq.
INSERT INTO deletion_act (act_id, deletion_id, due_at, act, acted_at, actor_id, actor_role, request_id, note,
                          answers_act_id, answers_actor_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
