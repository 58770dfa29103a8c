-- Says when somebody has to look next, never while the endpoint is switched off, and ends the lease $2 if that is the
-- lease. To be run with the queue held by an earlier statement. Indexes: webhook_queue_pk, webhook_delivery_due_ix.
UPDATE webhook_queue q
SET lease_id = NULLIF(q.lease_id, $2::uuid),
    lease_until = CASE WHEN q.lease_id = $2::uuid THEN NULL ELSE q.lease_until END,
    due_at = (SELECT GREATEST(min(d.next_attempt_at), q.paused_until)
              FROM webhook_delivery d JOIN webhook_endpoint e ON e.endpoint_id = d.endpoint_id
              WHERE d.endpoint_id = $1 AND d.status = 'SCHEDULED'
                AND e.disabled_reason IS NULL AND e.deleted_at IS NULL
              HAVING count(*) > 0)
WHERE q.endpoint_id = $1
