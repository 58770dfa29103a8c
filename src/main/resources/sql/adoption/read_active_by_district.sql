-- Outlets active in each point, per district; a point is a set of months $2 with the days $3 as bits. Index:
-- outlet_month_pk.
SELECT point, district_place_id AS place_id, count(*) AS outlets
FROM (
    SELECT DISTINCT points.point, m.district_place_id, m.outlet_id
    FROM unnest($1::integer[], $2::date[], $3::integer[]) AS points (point, month, days)
    JOIN outlet_month m ON m.month = points.month AND m.active_days & points.days <> 0
) active
GROUP BY 1, 2
