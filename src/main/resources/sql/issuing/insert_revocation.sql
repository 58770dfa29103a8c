-- Takes a code back unless that was done before: then no row. Index: qr_revocation_pk.
INSERT INTO qr_revocation (serial, revoked_at, expires_at, actor_id, actor_role, reason)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT ON CONSTRAINT qr_revocation_pk DO NOTHING
