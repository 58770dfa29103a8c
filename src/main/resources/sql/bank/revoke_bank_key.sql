-- Ends a key for good; no row where it is not a live key of that bank. Index: bank_key_pk.
UPDATE bank_key SET revoked_at = $3 WHERE bank_key_id = $2 AND bank_code = $1 AND revoked_at IS NULL
