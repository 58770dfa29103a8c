-- Claims a caller's key, or takes over one whose life has ended; no row means it is in use. Index: idempotency_key_pk.
INSERT INTO idempotency_key AS k (scope, key, request_hash, created_at, expires_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ON CONSTRAINT idempotency_key_pk DO UPDATE
SET request_hash = excluded.request_hash, created_at = excluded.created_at, expires_at = excluded.expires_at,
    status = NULL, headers = NULL, body = NULL
WHERE k.expires_at <= excluded.created_at
