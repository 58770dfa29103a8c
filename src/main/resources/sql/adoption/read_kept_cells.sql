-- Outlets of each cell on the kept day $1. Index: adoption_cell_day_pk.
SELECT district_place_id, ward_place_id, street_place_id, active_7, active_30, registered, approved, with_codes
FROM adoption_cell_day
WHERE business_date = $1
