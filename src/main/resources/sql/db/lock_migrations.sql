-- Waits until no other instance migrates this database; held by the session until unlocked or disconnected.
SELECT pg_advisory_lock($1)
