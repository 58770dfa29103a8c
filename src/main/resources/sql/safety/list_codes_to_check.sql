-- Lists a merchant's printed codes that are good at $2 with the last day on which each was green; none while the shop is not
-- approved. Indexes: outlet_merchant_ix, qr_code_outlet_ix, qr_revocation_pk, self_check_green_ix.
SELECT q.qr_id, q.serial, q.label, q.issued_at, o.name AS outlet_name, g.business_date AS last_green
FROM merchant m
JOIN outlet o ON o.merchant_id = m.merchant_id
JOIN qr_code q ON q.outlet_id = o.outlet_id
JOIN merchant_account a ON a.account_id = q.account_id AND a.status = 'APPROVED'
LEFT JOIN LATERAL (
    SELECT c.business_date FROM self_check c
    WHERE c.qr_id = q.qr_id AND c.verdict = 'GREEN'
    ORDER BY c.business_date DESC
    LIMIT 1) g ON true
WHERE m.merchant_id = $1 AND m.status = 'APPROVED' AND q.expires_at >= $2
  AND NOT EXISTS (SELECT FROM qr_revocation r WHERE r.serial = q.serial)
ORDER BY o.outlet_id, q.qr_id
LIMIT 500
