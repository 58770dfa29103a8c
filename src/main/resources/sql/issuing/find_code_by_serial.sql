-- What is known of a serial, always one row: its code, its payee, whether it was taken back. Indexes: qr_code_serial_uq,
-- payment_request_serial_uq, qr_revocation_pk, then primary keys and outlet_location_open_uq.
SELECT c.serial, c.payload, c.issued_at, r.serial IS NOT NULL AS revoked,
       m.status AS merchant_status, m.display_name, a.bank_bin, a.account_number, a.account_name,
       d.name_vi AS district_name, s.name_vi AS street_name
FROM (VALUES ($1::text)) AS asked (serial)
LEFT JOIN qr_revocation r ON r.serial = asked.serial
LEFT JOIN (
    SELECT serial, payload, issued_at, merchant_id, outlet_id, account_id FROM qr_code WHERE serial = $1
    UNION ALL
    SELECT serial, payload, created_at, merchant_id, outlet_id, account_id FROM payment_request WHERE serial = $1) c
    ON true
LEFT JOIN merchant m ON m.merchant_id = c.merchant_id
LEFT JOIN merchant_account a ON a.account_id = c.account_id
LEFT JOIN outlet_location l ON l.outlet_id = c.outlet_id AND l.valid_to IS NULL
LEFT JOIN place d ON d.place_id = l.district_place_id
LEFT JOIN place s ON s.place_id = l.street_place_id
