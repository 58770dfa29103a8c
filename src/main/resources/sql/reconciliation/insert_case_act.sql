-- Adds one act of a case. Index: case_act_pk.
INSERT INTO case_act (act_id, case_id, act, acted_at, actor_id, actor_role, request_id, action, resolution, reason, note,
    outlet_id, payment_request_id, evidence, answers_act_id, answers_actor_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
