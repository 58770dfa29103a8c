-- Deliveries that wait while nobody will look at their endpoint in time; for checks only. Index: webhook_delivery_due_ix.
SELECT count(*) OVER () AS offenders, d.delivery_id || ' ' || d.next_attempt_at AS offender
FROM webhook_delivery d
JOIN webhook_endpoint w ON w.endpoint_id = d.endpoint_id
JOIN webhook_queue q ON q.endpoint_id = d.endpoint_id
WHERE d.status = 'SCHEDULED'
  AND (w.deleted_at IS NOT NULL
       OR w.disabled_reason IS NULL
          AND (q.due_at IS NULL OR q.due_at > GREATEST(d.next_attempt_at, q.paused_until)))
LIMIT 10
