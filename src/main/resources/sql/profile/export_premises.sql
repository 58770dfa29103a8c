-- What the city's register of premises says about a merchant's outlets. Index: outlet_merchant_ix, premises_outlet_uq.
SELECT l.outlet_id AS "outletId", p.house_number AS "houseNumber", p.name, p.category_code AS "categoryCode", p.status,
    p.source, p.seen_on AS "seenOn", l.linked_at AS "linkedAt"
FROM outlet o
JOIN premises_outlet l ON l.outlet_id = o.outlet_id
JOIN premises p ON p.premises_id = l.premises_id
WHERE o.merchant_id = $1
ORDER BY l.outlet_id
