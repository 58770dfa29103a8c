-- What is kept of a merchant itself. Index: merchant_pk.
SELECT merchant_id AS "merchantId", status, legal_name AS "legalName", display_name AS "displayName", tax_code AS "taxCode",
       phone_e164 AS phone, category_code AS "categoryCode", locale, amount_tolerance_vnd AS "amountToleranceVnd",
       created_at AS "createdAt", updated_at AS "updatedAt", approved_at AS "approvedAt"
FROM merchant
WHERE merchant_id = $1
