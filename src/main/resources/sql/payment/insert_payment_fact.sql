-- Keeps what came after a payment was recorded, unless a fact of this key is kept: then no row. Index:
-- payment_fact_key_uq.
INSERT INTO payment_fact (fact_id, payment_id, kind, fact_key, sequence, outcome, amount_vnd, merchant_id, outlet_id,
                          qr_id, payment_request_id, case_id, evidence, booked_at, business_date, actor_id, actor_role)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
ON CONFLICT ON CONSTRAINT payment_fact_key_uq DO NOTHING
