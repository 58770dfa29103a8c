-- Invites a phone into the merchant's first free place of $9; no row where there is none. Index: listener_phone_slot_uq.
INSERT INTO listener_phone (listener_phone_id, merchant_id, outlet_id, name, slot, link_hash, code_hash, invited_at,
                            invited_until)
SELECT $1::uuid, $2::uuid, $3::uuid, $4::text, place.slot, $5::bytea, $6::bytea, $7::timestamptz, $8::timestamptz
FROM generate_series(1, $9::integer) AS place (slot)
WHERE NOT EXISTS (
    SELECT FROM listener_phone p WHERE p.merchant_id = $2 AND p.slot = place.slot AND p.ended_at IS NULL)
ORDER BY place.slot
LIMIT 1
