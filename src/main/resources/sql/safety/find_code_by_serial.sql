-- Reads whose code of either kind a serial names, and whether its account is the shop's: one whose holder's name alone waits
-- for staff is. Indexes: qr_code_serial_uq, payment_request_serial_uq, merchant_account_pk.
SELECT c.qr_id, c.merchant_id, c.outlet_id, c.payload,
       a.status = 'APPROVED' OR a.status = 'PENDING' AND a.replaces_account_id IS NULL AS account_approved
FROM (
    SELECT qr_id, merchant_id, outlet_id, account_id, payload FROM qr_code WHERE serial = $1
    UNION ALL
    SELECT NULL, merchant_id, outlet_id, account_id, payload FROM payment_request WHERE serial = $1) c
JOIN merchant_account a ON a.account_id = c.account_id
