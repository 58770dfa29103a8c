-- Lets one step of a bank's imports run at a time: two that tell of one payment must not both take it. Index: none.
SELECT pg_advisory_xact_lock(hashtext('statement'), hashtext($1))
