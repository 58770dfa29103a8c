-- Writes a locked merchant's changed profile. Index: merchant_pk; guarded by merchant_tax_code_uq and merchant_phone_uq.
UPDATE merchant
SET legal_name = $2, display_name = $3, tax_code = $4, phone_e164 = $5, category_code = $6, locale = $7, search_text = $8,
    amount_tolerance_vnd = $9
WHERE merchant_id = $1
