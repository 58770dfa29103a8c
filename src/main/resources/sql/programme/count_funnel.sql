-- How far registrations begun since $1 have come as of day $2, by week, district and way, of districts $4 (all where
-- empty) and way $3 (both where null). Index: onboarding_start_started_ix, merchant_created_ix; reads all outlets.
SELECT monday, district_place_id, assisted, reached, register_seconds, approve_seconds, code_seconds, payment_seconds
FROM onboarding_weeks($1, $2)
WHERE (cardinality($4::text[]) = 0 OR district_place_id = ANY ($4)) AND ($3::boolean IS NULL OR assisted = $3)
