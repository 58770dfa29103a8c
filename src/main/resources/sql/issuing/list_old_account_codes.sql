-- Lists a merchant's codes that are good and name an account that is not its own any more: given up, turned down, or coming
-- back and still waiting. What is paid to them goes to that account. Newest first. Indexes: outlet_merchant_ix,
-- qr_code_outlet_ix, qr_revocation_pk, merchant_account_pk.
SELECT q.qr_id, q.outlet_id, o.name AS outlet_name, q.label, q.serial, q.issued_at,
       a.bank_bin, right(a.account_number, 4) AS account_end
FROM outlet o
JOIN qr_code q ON q.outlet_id = o.outlet_id AND q.expires_at > $2
JOIN merchant_account a ON a.account_id = q.account_id
WHERE o.merchant_id = $1
  AND (a.status IN ('REPLACED', 'REJECTED', 'WITHDRAWN') OR a.status = 'PENDING' AND a.replaces_account_id IS NOT NULL)
  AND NOT EXISTS (SELECT FROM qr_revocation r WHERE r.serial = q.serial)
ORDER BY q.qr_id DESC
LIMIT $3
