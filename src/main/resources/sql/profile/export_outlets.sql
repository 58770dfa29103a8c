-- A merchant's outlets. Index: outlet_merchant_ix.
SELECT outlet_id AS "outletId", name, address, created_at AS "createdAt"
FROM outlet
WHERE merchant_id = $1
ORDER BY outlet_id
