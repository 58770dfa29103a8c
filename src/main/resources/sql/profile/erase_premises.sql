-- Takes back which place of trade a merchant's outlets were linked to up to $2. Index: outlet_merchant_ix,
-- premises_outlet_uq.
DELETE FROM premises_outlet l USING outlet o
WHERE l.outlet_id = o.outlet_id AND o.merchant_id = $1 AND l.linked_at <= $2
