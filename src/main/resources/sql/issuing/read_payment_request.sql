-- Reads a payment request. Index: payment_request_pk.
SELECT payment_request_id, merchant_id, outlet_id, account_id, reference, serial, payload, key_id, amount_vnd, description,
       order_ref, created_at, expires_at, cancelled_at, expired_at, amount_tolerance_vnd
FROM payment_request
WHERE payment_request_id = $1
