-- Renews the lease inside a step of the import and holds the row until its end; no row where another has taken over.
-- Index: statement_upload_pk.
UPDATE statement_upload
SET leased_until = clock_timestamp() + $3::bigint * interval '1 millisecond'
WHERE upload_id = $1 AND leased_by = $2 AND status = 'IMPORTING'
