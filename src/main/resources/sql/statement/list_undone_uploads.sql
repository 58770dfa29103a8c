-- Uploads that nobody works on, oldest first. The time is the server's: leases of instances with wrong clocks must not
-- overlap. Index: statement_upload_undone_ix.
SELECT upload_id FROM statement_upload
WHERE status IN ('RECEIVED', 'IMPORTING') AND (leased_until IS NULL OR leased_until < clock_timestamp())
ORDER BY upload_id
LIMIT $1
