-- A merchant's wishes to be forgotten. Index: deletion_request_merchant_ix.
SELECT deletion_id AS "deletionId", status, reason, requested_at AS "requestedAt", due_at AS "dueAt", ended_at AS "endedAt"
FROM deletion_request
WHERE merchant_id = $1
ORDER BY deletion_id
