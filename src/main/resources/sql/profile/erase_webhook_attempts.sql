-- Forgets what a merchant's receivers answered; $2 is the moment. Indexes: webhook_delivery_sequence_uq, webhook_attempt_pk.
UPDATE webhook_attempt a SET response = NULL
FROM webhook_endpoint e
JOIN webhook_delivery d ON d.endpoint_id = e.endpoint_id
WHERE e.merchant_id = $1 AND a.delivery_id = d.delivery_id AND a.attempted_at <= $2::timestamptz
