-- Puts codes into a batch, in this order, as far as they are of its merchant and outlet and good at $5. Indexes:
-- qr_code_pk, qr_revocation_pk.
INSERT INTO print_batch_code (batch_id, position, qr_id)
SELECT $1, asked.position, q.qr_id
FROM unnest($4::uuid[]) WITH ORDINALITY AS asked (qr_id, position)
JOIN qr_code q ON q.qr_id = asked.qr_id AND q.merchant_id = $2 AND q.outlet_id = $3
WHERE q.expires_at >= $5 AND NOT EXISTS (SELECT 1 FROM qr_revocation r WHERE r.serial = q.serial)
