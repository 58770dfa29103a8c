-- Whose account was credited, and its merchant's outlet where that has only one. Indexes: merchant_account_number_uq,
-- outlet_merchant_ix.
SELECT a.bank_bin, a.account_number, a.merchant_id, o.outlet_id
FROM unnest($1::text[], $2::text[]) AS t (bank_bin, account_number)
JOIN merchant_account a ON a.bank_bin = t.bank_bin AND a.account_number = t.account_number
LEFT JOIN LATERAL (
    SELECT CASE WHEN count(*) = 1 THEN (array_agg(c.outlet_id))[1] END AS outlet_id
    FROM (SELECT outlet_id FROM outlet WHERE merchant_id = a.merchant_id LIMIT 2) c) o ON true
