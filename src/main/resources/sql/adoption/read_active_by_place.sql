-- Outlets active in each point, per place of $4; points as in read_active_by_district. Index: outlet_month_pk.
SELECT points.point, place.place_id, count(DISTINCT m.outlet_id) AS outlets
FROM unnest($1::integer[], $2::date[], $3::integer[]) AS points (point, month, days)
JOIN outlet_month m ON m.month = points.month AND m.active_days & points.days <> 0
CROSS JOIN LATERAL (VALUES (m.district_place_id), (m.ward_place_id), (m.street_place_id)) AS place (place_id)
WHERE place.place_id = ANY ($4::text[])
GROUP BY 1, 2
