-- Counts one guess of a code, at most five; no row means that there is nothing to guess. Index: merchant_phone_uq,
-- password_link_pk; guarded by password_link_guesses_counted.
UPDATE password_link l
SET guesses = l.guesses + 1
FROM merchant m
WHERE m.phone_e164 = $1 AND l.merchant_id = m.merchant_id AND l.used_at IS NULL AND l.expires_at > $2 AND l.guesses < 5
RETURNING l.merchant_id, l.code_hash
