-- Reads the usual weeks of zone $1, or of all where it is NULL. Index: zone_calendar_pk.
SELECT zone_place_id, rule_no, opens_minute, lasts_minutes, season_from, season_to, valid_from, valid_to, confidence,
       source, note
FROM zone_calendar
WHERE $1::text IS NULL OR zone_place_id = $1
ORDER BY zone_place_id, rule_no
