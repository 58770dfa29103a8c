-- Reads printed codes and whether they were taken back, in no order. Indexes: qr_code_pk, qr_revocation_pk.
SELECT q.qr_id, q.merchant_id, q.outlet_id, q.account_id, q.reference, q.serial, q.payload, q.key_id, q.label, q.terminal,
       q.issued_at, q.expires_at, r.revoked_at
FROM qr_code q
LEFT JOIN qr_revocation r ON r.serial = q.serial
WHERE q.qr_id = ANY ($1)
