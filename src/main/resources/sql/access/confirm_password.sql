-- Forgets failures for a right password, unless it was changed or locked meanwhile: then no row. Index: credential_pk.
UPDATE credential SET failures = 0, locked_until = NULL
WHERE login = $1 AND password_hash = $2 AND (locked_until IS NULL OR locked_until <= $3)
