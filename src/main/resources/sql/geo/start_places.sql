-- Adds the places of edition $2, $1 as JSON rows. Index: place_pk.
INSERT INTO place (place_id, kind, code, name_vi, name_en, valid_from, details, started_by_edition)
SELECT place_id, kind, code, name_vi, name_en, valid_from, details, $2
FROM jsonb_to_recordset($1) AS wanted (place_id text, kind text, code text, name_vi text, name_en text,
    valid_from date, details jsonb)
