-- What a merchant printed. Index: print_batch_number_uq.
SELECT batch_id AS "batchId", outlet_id AS "outletId", batch_number AS "batchNumber", layout, copies,
       reprint_of AS "reprintOfBatchId", printed_at AS "printedAt", actor_role AS "actorRole"
FROM print_batch
WHERE merchant_id = $1
ORDER BY batch_number
