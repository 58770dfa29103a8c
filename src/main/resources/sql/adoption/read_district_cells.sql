-- The same per district, for pages that show no smaller place. Index: cell_day_pk (index only).
SELECT business_date, district_place_id, '' AS ward_place_id, '' AS street_place_id, sum(outlets)::bigint AS outlets
FROM cell_day
WHERE business_date BETWEEN $1 AND $2 AND outlets > 0
GROUP BY 1, 2
