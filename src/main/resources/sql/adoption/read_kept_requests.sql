-- Payment requests per cell of the kept days $1. Index: adoption_request_day_pk.
SELECT business_date, district_place_id, ward_place_id, street_place_id, outlets, issued, paid
FROM adoption_request_day
WHERE business_date = ANY ($1::date[])
