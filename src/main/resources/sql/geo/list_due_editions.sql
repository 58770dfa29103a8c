-- Confirmed editions whose first day has come by $1, the first one first. Index: place_edition_day_uq.
SELECT edition_id, valid_from FROM place_edition
WHERE status = 'CONFIRMED' AND valid_from <= $1
ORDER BY valid_from
