-- Reads what a log-in is checked against. Index: credential_pk.
SELECT login, password_hash, locked_until FROM credential WHERE login = $1
