-- Keeps a signed delivery that made no payment, with the reason. Index: delivery_pk.
INSERT INTO delivery (delivery_id, bank_code, webhook_id, signed_at, bank_key_id, received_at, verdict, raw_body)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
