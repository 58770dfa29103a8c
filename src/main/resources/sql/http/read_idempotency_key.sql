-- Reads the answer kept for a caller's key. Index: idempotency_key_pk.
SELECT request_hash, status, headers, body FROM idempotency_key WHERE scope = $1 AND key = $2
