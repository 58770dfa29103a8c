-- Lists an outlet's printed codes from a cursor on, newest first. Indexes: qr_code_outlet_ix backwards, qr_revocation_pk.
SELECT q.qr_id, q.merchant_id, q.outlet_id, q.account_id, q.reference, q.serial, q.payload, q.key_id, q.label, q.terminal,
       q.issued_at, q.expires_at, r.revoked_at
FROM qr_code q
LEFT JOIN qr_revocation r ON r.serial = q.serial
WHERE q.outlet_id = $1 AND ($2::uuid IS NULL OR q.qr_id < $2)
ORDER BY q.qr_id DESC
LIMIT $3
