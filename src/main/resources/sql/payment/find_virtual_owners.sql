-- Whose virtual accounts were paid into, and the outlet they are for or else the merchant's only one. Indexes:
-- virtual_account_pk, outlet_merchant_ix.
SELECT a.bank_bin, a.account_number, a.merchant_id, COALESCE(a.outlet_id, o.outlet_id) AS outlet_id
FROM unnest($1::text[], $2::text[]) AS t (bank_bin, account_number)
JOIN virtual_account a ON a.bank_bin = t.bank_bin AND a.account_number = t.account_number
LEFT JOIN LATERAL (
    SELECT CASE WHEN count(*) = 1 THEN (array_agg(c.outlet_id))[1] END AS outlet_id
    FROM (SELECT outlet_id FROM outlet WHERE merchant_id = a.merchant_id LIMIT 2) c) o ON true
