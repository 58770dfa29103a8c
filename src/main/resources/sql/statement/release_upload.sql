-- Gives a lease back: at once, or after a fault ($3 is 1) not before $4 milliseconds. Index: statement_upload_pk.
UPDATE statement_upload
SET leased_by = NULL, failures = failures + $3::integer,
    leased_until = clock_timestamp() + $4::bigint * interval '1 millisecond'
WHERE upload_id = $1 AND leased_by = $2
RETURNING failures
