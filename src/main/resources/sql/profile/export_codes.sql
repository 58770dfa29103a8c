-- A merchant's printed codes, those taken back too. Indexes: outlet_merchant_ix, qr_code_outlet_ix, qr_revocation_pk.
SELECT q.qr_id AS "qrId", q.outlet_id AS "outletId", q.account_id AS "accountId", q.reference, q.serial, q.payload,
       q.key_id AS "keyId", q.label, q.terminal, q.issued_at AS "issuedAt", q.expires_at AS "expiresAt",
       r.revoked_at AS "revokedAt", r.reason AS "revocationReason"
FROM outlet o
JOIN qr_code q ON q.outlet_id = o.outlet_id
LEFT JOIN qr_revocation r ON r.serial = q.serial
WHERE o.merchant_id = $1
ORDER BY q.qr_id
