-- Takes back every code of a merchant that would still be good at $2. Indexes: outlet_merchant_ix, qr_code_outlet_ix,
-- payment_request_outlet_ix, qr_revocation_pk.
INSERT INTO qr_revocation (serial, revoked_at, expires_at, actor_id, actor_role, reason)
SELECT issued.serial, $2, issued.expires_at, NULL, 'SYSTEM', 'merchant closed'
FROM outlet o
CROSS JOIN LATERAL (
    SELECT q.serial, q.expires_at FROM qr_code q WHERE q.outlet_id = o.outlet_id AND q.expires_at > $2
    UNION ALL
    SELECT p.serial, p.expires_at FROM payment_request p WHERE p.outlet_id = o.outlet_id AND p.expires_at > $2) issued
WHERE o.merchant_id = $1
ORDER BY issued.serial
ON CONFLICT ON CONSTRAINT qr_revocation_pk DO NOTHING
