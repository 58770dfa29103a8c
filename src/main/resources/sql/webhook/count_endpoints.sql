-- How many endpoints a merchant has. Index: webhook_endpoint_merchant_ix.
SELECT count(*) AS endpoints FROM webhook_endpoint WHERE merchant_id = $1 AND deleted_at IS NULL
