-- Ends an import that cannot go on, and says why. Index: statement_upload_pk.
UPDATE statement_upload
SET status = 'FAILED', fault_place = $3, fault_detail = $4, leased_by = NULL, leased_until = NULL, finished_at = $5
WHERE upload_id = $1 AND leased_by = $2
