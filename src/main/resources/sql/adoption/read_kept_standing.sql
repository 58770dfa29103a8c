-- Merchants and codes of places $2 on the kept day $1, with the outlets behind each count. Index:
-- adoption_place_day_pk.
SELECT place_id, registered, approved, codes, registered_outlets, approved_outlets, outlets_with_codes
FROM adoption_place_day
WHERE place_id = ANY ($2::text[]) AND business_date = $1
