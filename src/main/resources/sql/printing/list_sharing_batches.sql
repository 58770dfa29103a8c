-- Numbers of the batches, this one apart, whose sheets hold a code of these. Indexes: print_batch_code_once_uq,
-- print_batch_pk.
SELECT DISTINCT b.batch_number
FROM print_batch_code c
JOIN print_batch b ON b.batch_id = c.batch_id
WHERE c.qr_id = ANY ($1::uuid[]) AND c.batch_id <> $2
ORDER BY b.batch_number
