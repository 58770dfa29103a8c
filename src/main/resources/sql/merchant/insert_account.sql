-- Adds a receiving account that waits for staff, unless a merchant has it: then no row. Index: merchant_account_number_uq.
INSERT INTO merchant_account (account_id, merchant_id, bank_bin, account_number, account_name, status, created_at, rank,
                              replaces_account_id)
VALUES ($1, $2, $3, $4, $5, 'PENDING', $6, $7, $8)
ON CONFLICT ON CONSTRAINT merchant_account_number_uq DO NOTHING
