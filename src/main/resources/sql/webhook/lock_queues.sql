-- Holds the queues of endpoints $1 while order numbers are given out, always in the same order. Index: webhook_queue_pk.
SELECT endpoint_id, last_sequence FROM webhook_queue WHERE endpoint_id = ANY ($1) ORDER BY endpoint_id FOR NO KEY UPDATE
