-- Deletes secrets that sign no more at $2, and gives how many still do. Index: webhook_secret_endpoint_ix.
WITH gone AS (
    DELETE FROM webhook_secret WHERE endpoint_id = $1 AND expires_at <= $2
)
SELECT count(*) AS secrets FROM webhook_secret WHERE endpoint_id = $1 AND (expires_at IS NULL OR expires_at > $2)
