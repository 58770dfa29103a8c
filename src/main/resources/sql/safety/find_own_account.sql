-- Tells how an account stands that may be the merchant's, its virtual ones included; no row where it is another's. Indexes:
-- merchant_account_number_uq, virtual_account_pk.
SELECT a.status IN ('PENDING', 'APPROVED') AS live
FROM merchant_account a
WHERE a.merchant_id = $1 AND a.bank_bin = $2 AND a.account_number = $3
UNION ALL
SELECT a.status IN ('PENDING', 'APPROVED')
FROM virtual_account v
JOIN merchant_account a ON a.account_id = v.account_id
WHERE v.merchant_id = $1 AND v.bank_bin = $2 AND v.account_number = $3
LIMIT 1
