-- Takes the lock of whoever computes figures until the transaction ends, or says at once that another holds it. No
-- table.
SELECT pg_try_advisory_xact_lock(7237111, 23) AS taken
