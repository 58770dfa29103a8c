-- Reads one merchant. Index: merchant_pk.
SELECT merchant_id, status, legal_name, display_name, tax_code, phone_e164, category_code, locale, created_at, updated_at,
       approved_at, version, amount_tolerance_vnd
FROM merchant
WHERE merchant_id = $1
