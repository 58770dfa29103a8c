-- Adds the secret that signs from now on; the one before must have got its end. Index: webhook_secret_current_uq.
INSERT INTO webhook_secret (secret_id, endpoint_id, secret, created_at) VALUES ($1, $2, $3, $4)
