-- An endpoint's deliveries, latest first, from below number $3 on; a status that is NULL does not filter. Indexes:
-- webhook_delivery_sequence_uq backwards, webhook_delivery_dead_ix.
SELECT delivery_id, sequence, event_id, event_type, status, attempts, next_attempt_at, created_at, finished_at, payload
FROM webhook_delivery
WHERE endpoint_id = $1 AND ($2::text IS NULL OR status = $2) AND ($3::bigint IS NULL OR sequence < $3)
ORDER BY sequence DESC
LIMIT $4
