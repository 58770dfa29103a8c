-- What a merchant printed and took back. Indexes: print_batch_number_uq, print_recall_pk.
SELECT b.batch_number AS "batchNumber", r.recalled_at AS "recalledAt", r.actor_role AS "actorRole", r.reason
FROM print_batch b
JOIN print_recall r ON r.batch_id = b.batch_id
WHERE b.merchant_id = $1
ORDER BY b.batch_number
