-- The invitation behind a link, while it may be used. Index: listener_phone_link_uq.
SELECT p.name, m.display_name AS shop_name, o.name AS outlet_name
FROM listener_phone p
JOIN merchant m ON m.merchant_id = p.merchant_id
LEFT JOIN outlet o ON o.outlet_id = p.outlet_id
WHERE p.link_hash = $1 AND p.invited_until > $2
