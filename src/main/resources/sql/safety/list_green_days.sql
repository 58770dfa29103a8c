-- Lists the days from $3 on, on which a code of the merchant, or any of its codes, was green. Index: self_check_green_ix for
-- one code, self_check_merchant_ix for all.
SELECT DISTINCT business_date
FROM self_check
WHERE merchant_id = $1 AND ($2::uuid IS NULL OR qr_id = $2) AND verdict = 'GREEN' AND business_date >= $3
