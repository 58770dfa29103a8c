-- Reads every place, for the directory kept in memory. Index: none, the whole table.
SELECT place_id, kind, code, name_vi, name_en, valid_from, valid_to, details FROM place ORDER BY place_id
