-- Confirms a proposed edition; place_edition_second_person and place_edition_day_uq may refuse. Index: place_edition_pk.
UPDATE place_edition SET status = 'CONFIRMED', confirmed_at = $2, confirmed_by = $3
WHERE edition_id = $1 AND status = 'PROPOSED'
