-- Forgets who a merchant was. Tax code and phone number are free again for whoever has them; in their place stands what can
-- be neither. Index: merchant_pk.
UPDATE merchant
SET legal_name = 'Đã xoá', display_name = 'Đã xoá', tax_code = 'x' || replace(merchant_id::text, '-', ''),
    phone_e164 = 'x' || replace(merchant_id::text, '-', ''), search_text = '', updated_at = $2
WHERE merchant_id = $1
