-- Keeps a printed code that was signed in this transaction. Indexes: qr_code_pk, qr_code_serial_uq, qr_code_reference_uq.
INSERT INTO qr_code
    (qr_id, merchant_id, outlet_id, account_id, reference, serial, payload, key_id, label, terminal, issued_at,
     expires_at, business_date)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
