-- Registers a bank. Index: bank_pk.
INSERT INTO bank (bank_code, bin, name, created_at, created_by, dialect) VALUES ($1, $2, $3, $4, $5, $6)
