-- Forgets what stood in a merchant's printed codes: its name and account; $2 is the moment. Indexes: outlet_merchant_ix,
-- qr_code_outlet_ix.
UPDATE qr_code q SET payload = '', label = NULL, terminal = NULL
FROM outlet o
WHERE o.merchant_id = $1 AND q.outlet_id = o.outlet_id AND q.issued_at <= $2::timestamptz
