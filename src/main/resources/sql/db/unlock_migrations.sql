-- Lets the next instance migrate.
SELECT pg_advisory_unlock($1)
