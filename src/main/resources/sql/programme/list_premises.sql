-- Lists the places of trade of a street, each with its outlet. Index: premises_place_name_uq, premises_outlet_pk.
SELECT p.premises_id, p.house_number, p.name, p.category_code, p.status, p.source, p.seen_on, p.version, l.outlet_id
FROM premises p
LEFT JOIN premises_outlet l ON l.premises_id = p.premises_id
WHERE p.street_place_id = $1
ORDER BY p.house_key, p.name_key
