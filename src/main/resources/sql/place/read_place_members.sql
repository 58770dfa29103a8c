-- Reads which place lies in which, for the directory kept in memory. Index: none, the whole table.
SELECT member_place_id, container_place_id, segment, valid_from, valid_to, details
FROM place_member
ORDER BY member_place_id, container_place_id, segment, valid_from
