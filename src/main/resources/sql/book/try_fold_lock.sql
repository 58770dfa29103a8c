-- Takes the lock of whoever folds books until the transaction ends, or says at once that somebody else has it. No table.
SELECT pg_try_advisory_xact_lock(7237111, 21) AS taken
