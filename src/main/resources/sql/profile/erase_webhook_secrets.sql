-- Forgets the secrets of a merchant's endpoints; $2 is the moment. Index: webhook_secret_endpoint_ix.
DELETE FROM webhook_secret s
USING webhook_endpoint e
WHERE e.merchant_id = $1 AND s.endpoint_id = e.endpoint_id AND s.created_at <= $2::timestamptz
