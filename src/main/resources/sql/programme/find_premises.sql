-- Finds a place of trade of a street. Index: premises_pk, premises_outlet_pk.
SELECT p.premises_id, p.house_number, p.name, p.category_code, p.status, p.source, p.seen_on, p.version, l.outlet_id
FROM premises p
LEFT JOIN premises_outlet l ON l.premises_id = p.premises_id
WHERE p.premises_id = $1 AND p.street_place_id = $2
