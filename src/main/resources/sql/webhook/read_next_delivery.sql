-- The first delivery that is due at $3 of an endpoint whose lease is $2; none where the lease or the endpoint is gone.
-- Index: webhook_delivery_due_ix.
SELECT d.delivery_id, d.endpoint_id, d.event_id, d.payload, d.attempts, d.failures, d.give_up_at, e.url,
       q.failures AS endpoint_failures,
       ARRAY(SELECT s.secret FROM webhook_secret s
             WHERE s.endpoint_id = e.endpoint_id AND (s.expires_at IS NULL OR s.expires_at > $3)
             ORDER BY s.created_at DESC, s.secret_id DESC) AS secrets
FROM webhook_queue q
JOIN webhook_endpoint e ON e.endpoint_id = q.endpoint_id
JOIN webhook_delivery d ON d.endpoint_id = q.endpoint_id
WHERE q.endpoint_id = $1 AND q.lease_id = $2 AND e.disabled_reason IS NULL AND e.deleted_at IS NULL
  AND d.status = 'SCHEDULED' AND d.next_attempt_at <= $3
ORDER BY d.sequence
LIMIT 1
