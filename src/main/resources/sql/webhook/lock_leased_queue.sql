-- Holds a queue whose lease is still $2, so that what is read of its deliveries next holds. Index: webhook_queue_pk.
SELECT endpoint_id FROM webhook_queue WHERE endpoint_id = $1 AND lease_id = $2 FOR NO KEY UPDATE
