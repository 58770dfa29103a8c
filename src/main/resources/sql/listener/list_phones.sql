-- Merchant $1's phones that may hear it, or may be paired still at $2; the latest first. Index: listener_phone_slot_uq.
SELECT p.listener_phone_id, p.merchant_id, p.outlet_id, o.name AS outlet_name, p.name, p.invited_until, p.paired_at,
       p.last_heard_at
FROM listener_phone p
LEFT JOIN outlet o ON o.outlet_id = p.outlet_id
WHERE p.merchant_id = $1 AND p.ended_at IS NULL AND (p.paired_at IS NOT NULL OR p.invited_until > $2)
ORDER BY p.invited_at DESC, p.listener_phone_id
