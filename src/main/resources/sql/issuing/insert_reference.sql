-- Claims a reference unless it was ever given out: then no row. Index: reference_pk.
INSERT INTO reference (reference, merchant_id, outlet_id, qr_id, payment_request_id, issued_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT ON CONSTRAINT reference_pk DO NOTHING
