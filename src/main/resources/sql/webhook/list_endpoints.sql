-- One merchant's endpoints, oldest first. Index: webhook_endpoint_merchant_ix.
SELECT endpoint_id, merchant_id, url, events, disabled_reason, created_at, updated_at, version
FROM webhook_endpoint
WHERE merchant_id = $1 AND deleted_at IS NULL
ORDER BY endpoint_id
