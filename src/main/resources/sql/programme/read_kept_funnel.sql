-- The same of weeks from $1 on, of districts $3 (all where empty) and way $2 (both where null), as it was kept last.
-- Index: onboarding_week_pk.
SELECT monday, district_place_id, assisted, reached, register_seconds, approve_seconds, code_seconds, payment_seconds
FROM onboarding_week
WHERE monday >= $1 AND (cardinality($3::text[]) = 0 OR district_place_id = ANY ($3))
    AND ($2::boolean IS NULL OR assisted = $2)
