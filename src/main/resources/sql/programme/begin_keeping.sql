-- Takes the lock of whoever keeps the programme's counts until the transaction ends, and says whether there is anything
-- to do: not where another has the lock, and not in a city of less than 2,000 outlets, as the planner knows them, where
-- counting is quick. No table.
SELECT pg_try_advisory_xact_lock(7237111, 29) AND c.reltuples >= 2000 AS due
FROM pg_class c
WHERE c.oid = 'outlet'::regclass
