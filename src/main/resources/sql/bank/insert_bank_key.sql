-- Gives a bank a key in the lowest free slot; no row where both are taken. Index: bank_key_live_slot_uq.
INSERT INTO bank_key (bank_key_id, bank_code, slot, algorithm, secret, public_key_der, created_at, created_by, companion)
SELECT $1, $2, s.slot, $3, $4, $5, $6, $7, $8
FROM (VALUES (1), (2)) AS s (slot)
WHERE NOT EXISTS (SELECT FROM bank_key k WHERE k.bank_code = $2 AND k.slot = s.slot AND k.revoked_at IS NULL)
ORDER BY s.slot LIMIT 1
