-- Keeps a check unless this attempt was kept before: then no row. Index: self_check_attempt_uq.
INSERT INTO self_check
    (check_id, merchant_id, attempt_key, outlet_id, qr_id, verdict, way, session_kind, checked_at, business_date)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT ON CONSTRAINT self_check_attempt_uq DO NOTHING
