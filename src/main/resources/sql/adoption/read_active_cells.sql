-- Outlets active in each point, per cell: what the disclosure of the counts is decided over. Index: outlet_month_pk.
SELECT points.point, m.district_place_id, m.ward_place_id, m.street_place_id, count(DISTINCT m.outlet_id) AS outlets
FROM unnest($1::integer[], $2::date[], $3::integer[]) AS points (point, month, days)
JOIN outlet_month m ON m.month = points.month AND m.active_days & points.days <> 0
GROUP BY 1, 2, 3, 4
