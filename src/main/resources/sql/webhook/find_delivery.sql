-- One delivery of an endpoint. Index: webhook_delivery_pk.
SELECT delivery_id, sequence, event_id, event_type, status, attempts, next_attempt_at, created_at, finished_at, payload
FROM webhook_delivery
WHERE delivery_id = $1 AND endpoint_id = $2
