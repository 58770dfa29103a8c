-- Waits for the lock of whoever writes open spans and holds it until the transaction ends. No table.
SELECT pg_advisory_xact_lock(7237111, 24)
