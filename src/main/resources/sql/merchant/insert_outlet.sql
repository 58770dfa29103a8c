-- Adds an outlet. Index: outlet_pk.
INSERT INTO outlet (outlet_id, merchant_id, name, address, created_at) VALUES ($1, $2, $3, $4, $5)
