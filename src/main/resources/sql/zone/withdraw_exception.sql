-- Withdraws an exception that stands. Index: zone_exception_pk.
UPDATE zone_exception SET withdrawn_at = $2, withdrawn_by = $3, withdrawn_why = $4
WHERE exception_id = $1 AND withdrawn_at IS NULL
