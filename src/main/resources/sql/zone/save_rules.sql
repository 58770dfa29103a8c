-- Adds or corrects the usual weeks of zones, $1 as JSON rows. Index: zone_calendar_pk.
INSERT INTO zone_calendar AS c (zone_place_id, rule_no, opens_minute, lasts_minutes, season_from, season_to,
    valid_from, valid_to, confidence, source, note)
SELECT zone_place_id, rule_no, opens_minute, lasts_minutes, season_from, season_to, valid_from, valid_to, confidence,
       source, note
FROM jsonb_to_recordset($1) AS rule (zone_place_id text, rule_no integer, opens_minute integer, lasts_minutes integer,
    season_from integer, season_to integer, valid_from date, valid_to date, confidence text, source text, note text)
ON CONFLICT ON CONSTRAINT zone_calendar_pk DO UPDATE
SET opens_minute = excluded.opens_minute, lasts_minutes = excluded.lasts_minutes,
    season_from = excluded.season_from, season_to = excluded.season_to, valid_from = excluded.valid_from,
    valid_to = excluded.valid_to, confidence = excluded.confidence, source = excluded.source, note = excluded.note
WHERE (c.opens_minute, c.lasts_minutes, c.season_from, c.season_to, c.valid_from, c.valid_to, c.confidence, c.source,
       c.note)
    IS DISTINCT FROM (excluded.opens_minute, excluded.lasts_minutes, excluded.season_from, excluded.season_to,
       excluded.valid_from, excluded.valid_to, excluded.confidence, excluded.source, excluded.note)
