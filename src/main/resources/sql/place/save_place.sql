-- Adds a place or corrects its facts; its kind, code and first day never change. Index: place_pk.
INSERT INTO place AS p (place_id, kind, code, name_vi, name_en, valid_from, valid_to, details)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ON CONSTRAINT place_pk DO UPDATE
SET name_vi = excluded.name_vi, name_en = excluded.name_en, valid_to = excluded.valid_to, details = excluded.details
WHERE (p.name_vi, p.name_en, p.valid_to, p.details)
    IS DISTINCT FROM (excluded.name_vi, excluded.name_en, excluded.valid_to, excluded.details)
