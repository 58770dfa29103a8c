-- Keeps an attempt. Index: webhook_attempt_pk.
INSERT INTO webhook_attempt (delivery_id, attempt, attempted_at, duration_ms, status_code, error, response)
VALUES ($1, $2, $3, $4, $5, $6, $7)
