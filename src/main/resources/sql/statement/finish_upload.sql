-- Ends an import. Index: statement_upload_pk.
UPDATE statement_upload
SET status = 'IMPORTED', leased_by = NULL, leased_until = NULL, finished_at = $2
WHERE upload_id = $1
