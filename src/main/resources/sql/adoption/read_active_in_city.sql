-- Outlets active in each point, in the whole city; points as in read_active_by_district. Index: outlet_month_pk.
SELECT points.point, '' AS place_id, count(DISTINCT m.outlet_id) AS outlets
FROM unnest($1::integer[], $2::date[], $3::integer[]) AS points (point, month, days)
JOIN outlet_month m ON m.month = points.month AND m.active_days & points.days <> 0
GROUP BY 1
