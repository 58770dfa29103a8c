-- A merchant's receiving accounts, closed ones too. Index: merchant_account_merchant_ix.
SELECT account_id AS "accountId", bank_bin AS "bankBin", account_number AS "accountNumber", account_name AS "accountName",
       status, rank, created_at AS "createdAt", replaced_at AS "replacedAt", replaces_account_id AS "replacesAccountId"
FROM merchant_account
WHERE merchant_id = $1
ORDER BY created_at, account_id
