-- Lists a merchant's virtual accounts, the oldest first. Index: virtual_account_merchant_ix.
SELECT bank_bin, account_number, account_id, outlet_id, created_at
FROM virtual_account
WHERE merchant_id = $1
ORDER BY created_at, account_number
