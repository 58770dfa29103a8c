-- Puts a merchant's own account, given up or turned down before, back to waiting for staff. Index: merchant_account_number_uq.
UPDATE merchant_account
SET status = 'PENDING', account_name = $4, rank = $5, replaced_at = NULL, replaces_account_id = $6
WHERE bank_bin = $2 AND account_number = $3 AND merchant_id = $1 AND status IN ('REPLACED', 'REJECTED', 'WITHDRAWN')
