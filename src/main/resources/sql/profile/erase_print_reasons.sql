-- Forgets why a merchant took paper back, in its own words; that it did stays. $2 is the moment. Indexes:
-- print_batch_number_uq, print_recall_pk.
UPDATE print_recall r SET reason = 'merchant closed'
FROM print_batch b
WHERE b.merchant_id = $1 AND r.batch_id = b.batch_id AND r.recalled_at <= $2::timestamptz
