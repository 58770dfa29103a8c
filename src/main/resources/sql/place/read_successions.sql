-- Reads which area followed which, for the directory kept in memory. Index: none, the whole table.
SELECT old_place_id, new_place_id, split FROM place_succession ORDER BY old_place_id, new_place_id
