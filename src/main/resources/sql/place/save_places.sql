-- Adds places or corrects their facts, $1 as JSON rows; kind, code and first day never change, and an end that staff set by
-- an edition stays. Index: place_pk.
INSERT INTO place AS p (place_id, kind, code, name_vi, name_en, valid_from, valid_to, details)
SELECT place_id, kind, code, name_vi, name_en, valid_from, valid_to, details
FROM jsonb_to_recordset($1) AS wanted (place_id text, kind text, code text, name_vi text, name_en text,
    valid_from date, valid_to date, details jsonb)
ON CONFLICT ON CONSTRAINT place_pk DO UPDATE
SET name_vi = excluded.name_vi, name_en = excluded.name_en, details = excluded.details,
    valid_to = CASE WHEN p.ended_by_edition IS NULL THEN excluded.valid_to ELSE p.valid_to END
WHERE (p.name_vi, p.name_en, p.details) IS DISTINCT FROM (excluded.name_vi, excluded.name_en, excluded.details)
   OR p.ended_by_edition IS NULL AND p.valid_to IS DISTINCT FROM excluded.valid_to
