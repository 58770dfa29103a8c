-- Makes a merchant's password link, or another one in place of one that was not used; else no row. Index: password_link_pk.
INSERT INTO password_link (merchant_id, secret_hash, code_hash, made_by, made_at, expires_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT ON CONSTRAINT password_link_pk DO UPDATE
SET secret_hash = excluded.secret_hash, code_hash = excluded.code_hash, made_by = excluded.made_by,
    made_at = excluded.made_at, expires_at = excluded.expires_at, guesses = 0
WHERE password_link.used_at IS NULL
