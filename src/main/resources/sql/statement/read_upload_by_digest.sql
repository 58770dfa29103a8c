-- The upload of these bytes, locked. Index: statement_upload_digest_uq.
SELECT upload_id, status FROM statement_upload WHERE bank_code = $1 AND sha256 = $2 FOR UPDATE
