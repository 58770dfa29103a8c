-- How many deliveries are due at $1 and since when, and how long events wait for theirs. Index: webhook_delivery_give_up_ix.
SELECT count(*) FILTER (WHERE d.next_attempt_at <= $1) AS due, count(*) AS scheduled,
       COALESCE(extract(epoch FROM $1 - min(d.next_attempt_at) FILTER (WHERE d.next_attempt_at <= $1)) * 1000, 0)::bigint
           AS oldest_due_ms
FROM webhook_delivery d
JOIN webhook_endpoint e ON e.endpoint_id = d.endpoint_id
WHERE d.status = 'SCHEDULED' AND e.disabled_reason IS NULL AND e.deleted_at IS NULL
