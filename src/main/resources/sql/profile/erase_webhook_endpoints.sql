-- Deletes a merchant's endpoints and forgets where they were. Index: webhook_endpoint_merchant_ix.
UPDATE webhook_endpoint
SET url = 'https://erased.invalid/', deleted_at = COALESCE(deleted_at, $2), updated_at = $2, version = version + 1
WHERE merchant_id = $1
