-- Changes a target that is still as it was read ($2). Index: target_pk.
UPDATE target
SET value = $3, due_on = $4, owner_id = $5, plan = $6, note = $7, version = version + 1
WHERE target_id = $1 AND version = $2
