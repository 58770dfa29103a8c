-- Uploads from a cursor on, latest first; a filter that is NULL does not filter. Indexes: statement_upload_bank_ix,
-- statement_upload_pk.
SELECT upload_id, bank_code, format, size_bytes, status, received_at, finished_at
FROM statement_upload
WHERE ($1::text IS NULL OR bank_code = $1) AND ($2::text IS NULL OR status = $2)
  AND ($3::uuid IS NULL OR upload_id < $3)
ORDER BY upload_id DESC
LIMIT $4
