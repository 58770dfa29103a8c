-- What a merchant's category was before it was changed. Index: merchant_category_change_pk.
SELECT from_category AS "fromCategory", business_date AS "businessDate"
FROM merchant_category_change
WHERE merchant_id = $1
ORDER BY sequence
