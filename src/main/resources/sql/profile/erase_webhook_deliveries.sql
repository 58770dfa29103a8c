-- Gives up what waits for a merchant's endpoints and forgets what they were told. Index: webhook_delivery_sequence_uq.
UPDATE webhook_delivery d
SET payload = '{}',
    status = CASE WHEN d.status = 'SCHEDULED' THEN 'DEAD' ELSE d.status END,
    next_attempt_at = NULL, finished_at = COALESCE(d.finished_at, $2)
FROM webhook_endpoint e
WHERE e.merchant_id = $1 AND d.endpoint_id = e.endpoint_id
