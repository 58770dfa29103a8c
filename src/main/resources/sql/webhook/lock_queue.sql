-- Holds an endpoint's queue: first of all in whatever changes endpoint or deliveries, so that nobody waits in a circle.
-- Index: webhook_queue_pk.
SELECT endpoint_id FROM webhook_queue WHERE endpoint_id = $1 FOR NO KEY UPDATE
