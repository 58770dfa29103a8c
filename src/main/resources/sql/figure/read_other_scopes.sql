-- The categories of merchants, and the banks, that were there at the end of day $1. Index: none; reads all merchants.
SELECT 'category-' || k.category_code AS scope_id
FROM merchant m
JOIN merchant_category_on($1) k USING (merchant_id)
WHERE m.created_at < business_day_start($1::date + 1)
UNION
SELECT 'bank-' || bank_code FROM bank WHERE created_at < business_day_start($1::date + 1)
