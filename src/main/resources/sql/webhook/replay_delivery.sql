-- Has a delivery sent again now, with its pauses and its time as at first. Index: webhook_delivery_pk.
UPDATE webhook_delivery
SET status = 'SCHEDULED', next_attempt_at = $3, give_up_at = $4, finished_at = NULL, failures = 0
WHERE delivery_id = $1 AND endpoint_id = $2
