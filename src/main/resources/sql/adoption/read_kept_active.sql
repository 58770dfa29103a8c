-- Outlets of places $4 that were active in each point: the $3 days that end with $2, at most 31. Index:
-- adoption_place_day_pk.
SELECT p.point, k.place_id, k.active_outlets[p.days] AS outlets
FROM unnest($1::integer[], $2::date[], $3::integer[]) AS p (point, day, days)
CROSS JOIN unnest($4::text[]) AS place (place_id)
JOIN adoption_place_day k ON k.place_id = place.place_id AND k.business_date = p.day
