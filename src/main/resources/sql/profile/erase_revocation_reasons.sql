-- Forgets why a merchant took codes back, in its own words; that it did stays. $2 is the moment. Indexes:
-- outlet_merchant_ix, qr_code_outlet_ix, payment_request_outlet_ix, qr_revocation_pk.
UPDATE qr_revocation r SET reason = 'merchant closed'
FROM outlet o
CROSS JOIN LATERAL (
    SELECT q.serial FROM qr_code q WHERE q.outlet_id = o.outlet_id
    UNION ALL
    SELECT p.serial FROM payment_request p WHERE p.outlet_id = o.outlet_id) issued
WHERE o.merchant_id = $1 AND r.serial = issued.serial AND r.revoked_at <= $2::timestamptz
