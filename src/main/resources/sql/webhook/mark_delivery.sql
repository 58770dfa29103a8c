-- Keeps what became of a delivery by an attempt. Index: webhook_delivery_pk.
UPDATE webhook_delivery
SET status = $2, attempts = $3, failures = $4, next_attempt_at = $5, finished_at = $6
WHERE delivery_id = $1 AND status = 'SCHEDULED'
