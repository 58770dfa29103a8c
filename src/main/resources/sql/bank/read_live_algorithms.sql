-- The algorithms of a bank's live keys; read after the bank was locked. Index: bank_key_live_slot_uq.
SELECT algorithm FROM bank_key WHERE bank_code = $1 AND revoked_at IS NULL ORDER BY slot
