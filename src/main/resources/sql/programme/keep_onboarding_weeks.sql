-- Keeps how far all registrations have come as of day $1. Index: onboarding_week_pk; reads all outlets.
WITH now AS MATERIALIZED (
    SELECT * FROM onboarding_weeks('-infinity', $1)
), gone AS (
    DELETE FROM onboarding_week k
    WHERE NOT EXISTS (
        SELECT FROM now n
        WHERE (n.monday, n.district_place_id, n.assisted) = (k.monday, k.district_place_id, k.assisted))
)
INSERT INTO onboarding_week AS k (monday, district_place_id, assisted, reached, register_seconds, approve_seconds,
    code_seconds, payment_seconds)
SELECT monday, district_place_id, assisted, reached, register_seconds, approve_seconds, code_seconds, payment_seconds
FROM now
ON CONFLICT ON CONSTRAINT onboarding_week_pk DO UPDATE
SET reached = excluded.reached, register_seconds = excluded.register_seconds,
    approve_seconds = excluded.approve_seconds, code_seconds = excluded.code_seconds,
    payment_seconds = excluded.payment_seconds
WHERE k IS DISTINCT FROM excluded
