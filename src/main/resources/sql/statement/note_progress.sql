-- How far an import has come. Index: statement_upload_pk.
UPDATE statement_upload
SET pass = $2, lines_done = $3, repeated_lines = repeated_lines + $4, failures = 0
WHERE upload_id = $1
