-- Every bank with its live keys, one row a key; small tables, read whole. Index: bank_key_live_slot_uq.
SELECT b.bank_code, b.bin, b.dialect, b.status, k.bank_key_id, k.algorithm, k.secret, k.companion, k.public_key_der
FROM bank b LEFT JOIN bank_key k ON k.bank_code = b.bank_code AND k.revoked_at IS NULL
ORDER BY b.bank_code, k.slot
