-- Numbers under which a merchant is paid. Index: virtual_account_merchant_ix.
SELECT bank_bin AS "bankBin", account_number AS "number", account_id AS "accountId", outlet_id AS "outletId",
       created_at AS "createdAt"
FROM virtual_account
WHERE merchant_id = $1
ORDER BY created_at, account_number
