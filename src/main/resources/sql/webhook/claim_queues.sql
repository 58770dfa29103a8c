-- Takes the lease $3 until $4 on at most $2 endpoints that are due at $1 and that nobody holds. Who holds
-- one for more than twice as long as a lease lasts took it by a clock that was ahead. Index: webhook_queue_due_ix.
WITH due AS (
    SELECT q.endpoint_id
    FROM webhook_queue q
    JOIN webhook_endpoint e ON e.endpoint_id = q.endpoint_id
    WHERE q.due_at <= $1 AND (q.lease_until IS NULL OR q.lease_until <= $1
        OR q.lease_until > $4::timestamptz + ($4::timestamptz - $1::timestamptz))
      AND e.disabled_reason IS NULL AND e.deleted_at IS NULL
    ORDER BY q.due_at
    LIMIT $2
    FOR NO KEY UPDATE OF q SKIP LOCKED
)
UPDATE webhook_queue q
SET lease_id = $3, lease_until = $4
FROM due
WHERE q.endpoint_id = due.endpoint_id
RETURNING q.endpoint_id
