-- The codes on what a merchant printed. Indexes: print_batch_number_uq, print_batch_code_pk.
SELECT b.batch_number AS "batchNumber", c.position, c.qr_id AS "qrId"
FROM print_batch b
JOIN print_batch_code c ON c.batch_id = b.batch_id
WHERE b.merchant_id = $1
ORDER BY b.batch_number, c.position
