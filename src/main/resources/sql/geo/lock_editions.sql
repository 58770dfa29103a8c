-- Waits until nobody else changes places, and keeps others out until the transaction ends. No table.
SELECT pg_advisory_xact_lock(7237111, 240)
