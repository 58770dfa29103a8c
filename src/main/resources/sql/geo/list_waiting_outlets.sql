-- Outlets of edition $1 that a person has to place, in districts $2 (NULL: all), by old ward and address, $3 at most.
-- Indexes: outlet_ward_choice_waiting_ix, outlet_location_ward_ix, then primary keys.
WITH waiting AS (
    SELECT c.outlet_id, c.from_place_id
    FROM outlet_ward_choice c
    WHERE c.edition_id = $1 AND c.ward_place_id IS NULL
    UNION
    SELECT l.outlet_id, l.ward_place_id
    FROM place_edition e
    JOIN place p ON p.ended_by_edition = e.edition_id
    JOIN outlet_location l ON l.ward_place_id = p.place_id AND (l.valid_to IS NULL OR l.valid_to >= e.valid_from)
    WHERE e.edition_id = $1 AND e.status = 'CONFIRMED'
      AND edition_ward($1, l.outlet_id, l.ward_place_id, l.district_place_id) IS NULL
)
SELECT w.outlet_id, w.from_place_id, m.display_name, o.name AS outlet_name, o.address, d.code AS district_code,
       s.name_vi AS street_name, l.street_place_id, count(*) OVER () AS all_waiting
FROM waiting w
JOIN outlet o ON o.outlet_id = w.outlet_id
JOIN merchant m ON m.merchant_id = o.merchant_id
JOIN outlet_location l ON l.outlet_id = w.outlet_id AND l.valid_to IS NULL
JOIN place d ON d.place_id = l.district_place_id
LEFT JOIN place s ON s.place_id = l.street_place_id
WHERE $2::text[] IS NULL OR d.code = ANY ($2)
ORDER BY w.from_place_id, o.address, w.outlet_id
LIMIT $3
