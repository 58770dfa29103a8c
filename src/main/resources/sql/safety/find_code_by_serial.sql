-- Reads whose code of either kind a serial names, and how its account stands. Indexes: qr_code_serial_uq,
-- payment_request_serial_uq, merchant_account_pk.
SELECT c.qr_id, c.merchant_id, c.outlet_id, c.payload, a.status = 'APPROVED' AS account_approved
FROM (
    SELECT qr_id, merchant_id, outlet_id, account_id, payload FROM qr_code WHERE serial = $1
    UNION ALL
    SELECT NULL, merchant_id, outlet_id, account_id, payload FROM payment_request WHERE serial = $1) c
JOIN merchant_account a ON a.account_id = c.account_id
