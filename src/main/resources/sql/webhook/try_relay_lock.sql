-- Takes the relay's lock until the transaction ends, or says at once that another instance holds it. No table.
SELECT pg_try_advisory_xact_lock(7237111, 15) AS taken
