-- Removes a target that is still as it was read; its history stays. Index: target_pk.
DELETE FROM target WHERE target_id = $1 AND version = $2
