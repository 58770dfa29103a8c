-- Forgets how the endpoint behaved: its owner says that it is well again. Index: webhook_queue_pk.
UPDATE webhook_queue SET failures = 0, paused_until = NULL WHERE endpoint_id = $1
