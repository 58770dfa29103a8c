-- Adds what was done about a release. Index: release_act_pk.
INSERT INTO release_act (act_id, release_id, month, revision, content_hash, act, acted_at, actor_id, actor_role, note, key_id,
    answers_act_id, answers_actor_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
