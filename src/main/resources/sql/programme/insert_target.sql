-- Adds a target. Index: target_pk, target_place_metric_uq.
INSERT INTO target (target_id, place_id, metric, value, due_on, owner_id, plan, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
