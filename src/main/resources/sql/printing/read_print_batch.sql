-- Reads a merchant's batch with its codes in order, and whether it was recalled. Indexes: print_batch_pk,
-- print_batch_code_pk, print_recall_pk, outlet_pk.
SELECT b.batch_id, b.merchant_id, b.outlet_id, o.name AS outlet_name, b.batch_number, b.layout, b.copies, b.reprint_of,
       b.printed_at, r.recalled_at, r.reason,
       ARRAY(SELECT c.qr_id FROM print_batch_code c WHERE c.batch_id = b.batch_id ORDER BY c.position) AS qr_ids
FROM print_batch b
JOIN outlet o ON o.outlet_id = b.outlet_id
LEFT JOIN print_recall r ON r.batch_id = b.batch_id
WHERE b.batch_id = $1 AND b.merchant_id = $2
