-- Lets an upload that failed be tried again, from where it came to. Index: statement_upload_pk.
UPDATE statement_upload
SET status = 'RECEIVED', failures = 0, fault_place = NULL, fault_detail = NULL, finished_at = NULL
WHERE upload_id = $1 AND status = 'FAILED'
