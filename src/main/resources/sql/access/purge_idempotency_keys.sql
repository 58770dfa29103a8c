-- Deletes some expired idempotency keys, but none that is being taken over. Index: idempotency_key_expires_ix.
DELETE FROM idempotency_key
WHERE (scope, key) IN (
    SELECT scope, key FROM idempotency_key WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
