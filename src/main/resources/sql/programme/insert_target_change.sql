-- Adds an edition of a target to its history. Index: target_change_pk.
INSERT INTO target_change (target_id, version, place_id, metric, act, value, due_on, owner_id, plan, note, changed_at,
    changed_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
