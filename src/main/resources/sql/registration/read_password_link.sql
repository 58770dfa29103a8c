-- Reads a password link, good or not. Index: password_link_secret_uq, merchant_pk.
SELECT l.merchant_id, l.used_at, l.expires_at, m.display_name, m.phone_e164
FROM password_link l
JOIN merchant m ON m.merchant_id = l.merchant_id
WHERE l.secret_hash = $1
