-- Lets the present secret sign until $2, beside its successor. Index: webhook_secret_current_uq.
UPDATE webhook_secret SET expires_at = $2 WHERE endpoint_id = $1 AND expires_at IS NULL
