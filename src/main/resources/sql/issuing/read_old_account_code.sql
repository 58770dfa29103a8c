-- Tells of one of a merchant's codes whether it names an account that is not its own any more; no row where the code is
-- none of its own. Indexes: qr_code_pk, merchant_account_pk.
SELECT a.status IN ('REPLACED', 'REJECTED', 'WITHDRAWN')
       OR a.status = 'PENDING' AND a.replaces_account_id IS NOT NULL AS old
FROM qr_code q
JOIN merchant_account a ON a.account_id = q.account_id
WHERE q.qr_id = $1 AND q.merchant_id = $2
