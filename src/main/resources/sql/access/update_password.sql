-- Puts a new password in the place of the one that was just confirmed, unless that was changed meanwhile: then no row.
-- Index: credential_pk.
UPDATE credential SET password_hash = $3, failures = 0, locked_until = NULL, password_temporary = false
WHERE login = $1 AND password_hash = $2
