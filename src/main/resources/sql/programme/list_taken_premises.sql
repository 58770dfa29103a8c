-- Lists the places of trade of a street that stand on an open walk list. Index: premises_place_name_uq,
-- walk_stop_open_uq.
SELECT s.premises_id
FROM premises p
JOIN walk_stop s ON s.premises_id = p.premises_id AND NOT s.released
WHERE p.street_place_id = $1
