-- Adds or corrects public holidays, $1 as JSON rows. Index: public_holiday_pk.
INSERT INTO public_holiday AS h (holiday_date, name_vi, name_en, confidence, source)
SELECT holiday_date, name_vi, name_en, confidence, source
FROM jsonb_to_recordset($1) AS day (holiday_date date, name_vi text, name_en text, confidence text, source text)
ON CONFLICT ON CONSTRAINT public_holiday_pk DO UPDATE
SET name_vi = excluded.name_vi, name_en = excluded.name_en, confidence = excluded.confidence, source = excluded.source
WHERE (h.name_vi, h.name_en, h.confidence, h.source)
    IS DISTINCT FROM (excluded.name_vi, excluded.name_en, excluded.confidence, excluded.source)
