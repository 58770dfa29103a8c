-- Lists staff of these roles who are limited to no districts, or to some of $2, by name: some hundred people. Index:
-- none.
SELECT staff_id, name
FROM staff
WHERE role = ANY ($1::text[]) AND ended_at IS NULL
    AND (cardinality(district_codes) = 0 OR cardinality($2::text[]) = 0 OR district_codes && $2::text[])
ORDER BY name, staff_id
LIMIT 500
