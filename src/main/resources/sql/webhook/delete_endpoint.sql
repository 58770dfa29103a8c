-- Deletes an endpoint, gives up what waits for it, and forgets its secrets; its log of deliveries stays. Index:
-- webhook_delivery_due_ix.
WITH deleted AS (
    UPDATE webhook_endpoint SET deleted_at = $2, updated_at = $2, version = version + 1 WHERE endpoint_id = $1
), forgotten AS (
    DELETE FROM webhook_secret WHERE endpoint_id = $1
)
UPDATE webhook_delivery SET status = 'DEAD', next_attempt_at = NULL, finished_at = $2
WHERE endpoint_id = $1 AND status = 'SCHEDULED'
