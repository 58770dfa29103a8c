-- Counts one wrong password and locks at the last one allowed; no row means it is locked already. Index: credential_pk.
UPDATE credential
SET failures = CASE WHEN locked_until IS NULL THEN failures + 1 ELSE 1 END,
    locked_until = CASE WHEN CASE WHEN locked_until IS NULL THEN failures + 1 ELSE 1 END >= $3 THEN $4::timestamptz END
WHERE login = $1 AND (locked_until IS NULL OR locked_until <= $2)
