-- A phone that is paired and not ended. Index: listener_phone_pk.
SELECT p.listener_phone_id, p.merchant_id, p.outlet_id, o.name AS outlet_name, p.name, p.invited_until, p.paired_at,
       p.last_heard_at
FROM listener_phone p
LEFT JOIN outlet o ON o.outlet_id = p.outlet_id
WHERE p.listener_phone_id = $1 AND p.paired_at IS NOT NULL AND p.ended_at IS NULL
