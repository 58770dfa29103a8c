-- Whoever closes a day holds the end of the chain until COMMIT; a lock of this database, 'day_seal' is its name.
SELECT pg_advisory_xact_lock(hashtextextended('day_seal', 0))
