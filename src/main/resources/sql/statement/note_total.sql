-- How many lines the file has. Index: statement_upload_pk.
UPDATE statement_upload SET lines_total = $2 WHERE upload_id = $1
