-- Keeps how the endpoint behaved, as long as the lease is still $2: no row where somebody else took over. Index:
-- webhook_queue_pk.
UPDATE webhook_queue SET failures = $3, paused_until = $4 WHERE endpoint_id = $1 AND lease_id = $2 RETURNING endpoint_id
