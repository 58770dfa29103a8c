-- Lists a merchant's accounts, the main one first, open ones before closed ones. Index: merchant_account_merchant_ix.
SELECT account_id, bank_bin, account_number, account_name, status, rank, created_at, replaces_account_id
FROM merchant_account
WHERE merchant_id = $1
ORDER BY status IN ('REPLACED', 'REJECTED', 'WITHDRAWN'), rank, account_id
