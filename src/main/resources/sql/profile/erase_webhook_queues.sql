-- Stops what is sent to a merchant's endpoints, and holds the queues while their deliveries are erased; $2 is the moment.
-- Index: webhook_queue_pk, webhook_endpoint_merchant_ix.
UPDATE webhook_queue q SET due_at = NULL
FROM webhook_endpoint e
WHERE e.merchant_id = $1 AND q.endpoint_id = e.endpoint_id AND e.created_at <= $2::timestamptz
