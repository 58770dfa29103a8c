-- Registers a merchant unless its tax code or phone is taken: then no row. Index: merchant_tax_code_uq, merchant_phone_uq.
INSERT INTO merchant (merchant_id, status, legal_name, display_name, tax_code, phone_e164, category_code, locale,
                      search_text, created_at, updated_at, assisted_by)
VALUES ($1, 'PENDING', $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)
ON CONFLICT DO NOTHING
