-- A bank's live keys without their secrets; one row of nulls where it has none, no row where there is no such bank.
-- Indexes: bank_pk, bank_key_live_slot_uq.
SELECT k.bank_key_id, k.algorithm, k.companion, k.created_at
FROM bank b LEFT JOIN bank_key k ON k.bank_code = b.bank_code AND k.revoked_at IS NULL
WHERE b.bank_code = $1
ORDER BY k.slot
