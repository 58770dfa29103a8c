-- Keeps a wish to be forgotten unless one of the merchant waits: then no row. Index: deletion_request_open_uq.
INSERT INTO deletion_request (deletion_id, merchant_id, reason, requested_at, due_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (merchant_id) WHERE status = 'OPEN' DO NOTHING
