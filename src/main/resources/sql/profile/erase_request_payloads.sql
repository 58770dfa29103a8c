-- Forgets what stood in a merchant's payment requests; their amounts belong to the payments. $2 is the moment. Indexes:
-- outlet_merchant_ix, payment_request_outlet_ix.
UPDATE payment_request q SET payload = '', description = NULL, order_ref = NULL
FROM outlet o
WHERE o.merchant_id = $1 AND q.outlet_id = o.outlet_id AND q.created_at <= $2::timestamptz
