-- The live HMAC key by which the demo bank signs. Index: bank_key_live_slot_uq.
SELECT bank_key_id, secret FROM bank_key
WHERE bank_code = $1 AND revoked_at IS NULL AND algorithm = 'hmac-sha256'
ORDER BY slot LIMIT 1
