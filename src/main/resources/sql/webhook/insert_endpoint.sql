-- Adds an endpoint, which is told what this transaction and later ones record, and its empty queue. Index:
-- webhook_endpoint_pk.
WITH added AS (
    INSERT INTO webhook_endpoint (endpoint_id, merchant_id, url, events, created_at, updated_at)
    VALUES ($1, $2, $3, $4, $5, $5)
    RETURNING endpoint_id
)
INSERT INTO webhook_queue (endpoint_id) SELECT endpoint_id FROM added
