-- Whom the demo's payers can pay: each printed code of an approved merchant with an account at the demo bank. Reads
-- all codes, a few hundred. Index: merchant_account_pk.
SELECT a.account_number, q.reference, m.category_code, l.street_place_id IS NOT NULL AS is_on_known_street
FROM qr_code q
JOIN merchant m ON m.merchant_id = q.merchant_id AND m.status = 'APPROVED'
JOIN merchant_account a ON a.account_id = q.account_id AND a.bank_bin = $1
JOIN outlet_location l ON l.outlet_id = q.outlet_id AND l.valid_to IS NULL
ORDER BY q.qr_id
