-- A walking street by its id. Index: place_code_edition_uq.
SELECT place_id, kind, code, name_vi, NULL::bigint AS premises, NULL::double precision AS target
FROM place WHERE kind = 'STREET' AND code = $1
ORDER BY valid_from DESC LIMIT 1
