-- Holds some endpoints whose oldest delivery was made before $1 and is finished. Indexes: webhook_queue_pk,
-- webhook_delivery_sequence_uq.
SELECT q.endpoint_id
FROM webhook_queue q
JOIN webhook_delivery d ON d.endpoint_id = q.endpoint_id AND d.sequence = q.first_sequence
WHERE d.created_at < $1 AND d.status <> 'SCHEDULED'
LIMIT $2
FOR NO KEY UPDATE OF q SKIP LOCKED
