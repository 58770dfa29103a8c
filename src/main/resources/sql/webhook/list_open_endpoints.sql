-- What endpoints $1 want now, those that are on; read with their queues held, so that no edit is overtaken. Index:
-- webhook_endpoint_pk.
SELECT endpoint_id, events
FROM webhook_endpoint
WHERE endpoint_id = ANY ($1) AND deleted_at IS NULL AND disabled_reason IS NULL
