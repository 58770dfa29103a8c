-- Which of these well-formed codes were really issued, and for what. Index: reference_pk.
SELECT reference, merchant_id, outlet_id, qr_id, payment_request_id FROM reference WHERE reference = ANY ($1)
