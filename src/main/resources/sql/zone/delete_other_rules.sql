-- Removes rules that are in no seed file any more: zones $1 and rule numbers $2 side by side stay. Some twenty rows.
DELETE FROM zone_calendar
WHERE (zone_place_id, rule_no) NOT IN (SELECT * FROM unnest($1::text[], $2::integer[]))
