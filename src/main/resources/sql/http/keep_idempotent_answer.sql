-- Keeps the answer beside the key that was claimed in this transaction. Index: idempotency_key_pk.
UPDATE idempotency_key SET status = $3, headers = $4, body = $5 WHERE scope = $1 AND key = $2
