-- Adds a way to log in unless the login is taken, which shows as no row. Index: credential_pk.
INSERT INTO credential (login, subject_id, subject_kind, password_hash, created_at, password_temporary)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT ON CONSTRAINT credential_pk DO NOTHING
