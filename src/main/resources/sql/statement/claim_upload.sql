-- Takes the lease of an upload that nobody works on, for $3 milliseconds. Index: statement_upload_pk.
UPDATE statement_upload u
SET status = 'IMPORTING', leased_by = $2, leased_until = clock_timestamp() + $3::bigint * interval '1 millisecond'
FROM bank b
WHERE u.upload_id = $1 AND u.status IN ('RECEIVED', 'IMPORTING')
  AND (u.leased_until IS NULL OR u.leased_until < clock_timestamp()) AND b.bank_code = u.bank_code
RETURNING u.upload_id, u.bank_code, b.bin, u.format, u.sha256, u.received_at, u.pass, u.lines_done
