-- Reads printed codes and what stands beside them on paper, in no order. Index: qr_code_pk, then primary keys.
SELECT c.qr_id, c.serial, c.payload, c.issued_at, c.label, c.terminal, o.name AS outlet_name,
       r.serial IS NOT NULL AS revoked, m.status AS merchant_status, m.display_name, a.bank_bin, a.account_number,
       a.account_name, d.name_vi AS district_name, s.name_vi AS street_name
FROM qr_code c
LEFT JOIN qr_revocation r ON r.serial = c.serial
JOIN merchant m ON m.merchant_id = c.merchant_id
JOIN merchant_account a ON a.account_id = c.account_id
JOIN outlet o ON o.outlet_id = c.outlet_id
JOIN outlet_location l ON l.outlet_id = c.outlet_id AND l.valid_to IS NULL
JOIN place d ON d.place_id = l.district_place_id
LEFT JOIN place s ON s.place_id = l.street_place_id
WHERE c.qr_id = ANY ($1) AND c.payload <> ''
