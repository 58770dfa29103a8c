-- Writes days $2 of zone $1 with their open minutes $3. Index: zone_open_day_pk.
INSERT INTO zone_open_day (zone_place_id, business_date, open_minutes)
SELECT $1, day.business_date, day.open_minutes
FROM unnest($2::date[], $3::integer[]) AS day (business_date, open_minutes)
ORDER BY day.business_date
