-- Keeps an upload unless the same bytes of the bank are known. Index: statement_upload_digest_uq.
INSERT INTO statement_upload
    (upload_id, bank_code, format, sha256, size_bytes, received_at, received_by, bank_key_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ON CONSTRAINT statement_upload_digest_uq DO NOTHING
