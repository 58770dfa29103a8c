-- Has a range of deliveries sent again now; an end that is NULL is open. Index: webhook_delivery_sequence_uq.
UPDATE webhook_delivery
SET status = 'SCHEDULED', next_attempt_at = $6, give_up_at = $7, finished_at = NULL, failures = 0
WHERE endpoint_id = $1
  AND ($2::bigint IS NULL OR sequence >= $2) AND ($3::bigint IS NULL OR sequence <= $3)
  AND ($4::timestamptz IS NULL OR created_at >= $4) AND ($5::timestamptz IS NULL OR created_at < $5)
