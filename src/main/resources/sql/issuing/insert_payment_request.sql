-- Keeps a request whose code was signed in this transaction, with the tolerance of its merchant as of now. Indexes:
-- payment_request_pk, payment_request_serial_uq.
INSERT INTO payment_request
    (payment_request_id, merchant_id, outlet_id, account_id, reference, serial, payload, key_id, amount_vnd, description,
     order_ref, created_at, expires_at, business_date, amount_tolerance_vnd)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
        (SELECT amount_tolerance_vnd FROM merchant WHERE merchant_id = $2))
RETURNING amount_tolerance_vnd
