-- How many outlets stand behind every day and cell of $1 to $2. Index: cell_day_pk (index only).
SELECT business_date, district_place_id, ward_place_id, street_place_id, outlets
FROM cell_day
WHERE business_date BETWEEN $1 AND $2 AND outlets > 0
