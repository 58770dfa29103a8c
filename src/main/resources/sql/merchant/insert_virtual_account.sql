-- Registers a virtual account unless its number is taken: then no row. Index: virtual_account_pk.
INSERT INTO virtual_account (bank_bin, account_number, account_id, merchant_id, outlet_id, created_at, created_by)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT ON CONSTRAINT virtual_account_pk DO NOTHING
