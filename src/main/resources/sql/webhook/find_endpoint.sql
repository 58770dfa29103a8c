-- One endpoint, if it is that merchant's. Index: webhook_endpoint_pk.
SELECT endpoint_id, merchant_id, url, events, disabled_reason, created_at, updated_at, version
FROM webhook_endpoint
WHERE endpoint_id = $1 AND merchant_id = $2 AND deleted_at IS NULL
