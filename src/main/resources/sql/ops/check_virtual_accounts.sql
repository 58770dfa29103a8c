-- Virtual accounts whose account or outlet is another merchant's; for checks only. Indexes: merchant_account_pk, outlet_pk.
SELECT count(*) OVER () AS offenders, v.bank_bin || ' ' || v.account_number AS offender
FROM virtual_account v
LEFT JOIN merchant_account a ON a.account_id = v.account_id
LEFT JOIN outlet o ON o.outlet_id = v.outlet_id
WHERE a.merchant_id IS DISTINCT FROM v.merchant_id OR a.bank_bin IS DISTINCT FROM v.bank_bin
   OR (v.outlet_id IS NOT NULL AND o.merchant_id IS DISTINCT FROM v.merchant_id)
LIMIT 10
