-- Each outlet in a ward of today and its district, one in five on a street.
WITH ward AS (
    SELECT row_number() OVER (ORDER BY p.place_id) - 1 AS number, count(*) OVER () AS wards, p.place_id AS ward,
           (SELECT min(m.container_place_id) FROM place_member m
            WHERE m.member_place_id = p.place_id AND m.container_place_id LIKE 'district-%') AS district
    FROM place p WHERE p.kind = 'WARD' AND p.valid_to IS NULL
), street AS (
    SELECT row_number() OVER (ORDER BY place_id) - 1 AS number, count(*) OVER () AS streets, place_id AS street
    FROM place WHERE kind = 'STREET'
), numbered AS (
    SELECT outlet_id, created_at, row_number() OVER (ORDER BY outlet_id) AS number FROM outlet
)
INSERT INTO outlet_location (outlet_id, valid_from, district_place_id, ward_place_id, street_place_id)
SELECT n.outlet_id, business_day(n.created_at), COALESCE(w.district, 'district-002'), w.ward,
       CASE WHEN n.number % 5 = 0 THEN s.street END
FROM numbered n
JOIN ward w ON w.number = n.number % w.wards
JOIN street s ON s.number = n.number % s.streets
