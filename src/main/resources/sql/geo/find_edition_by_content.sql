-- The edition that stands of a file with this hash. Index: place_edition_content_uq.
SELECT edition_id FROM place_edition
WHERE content_hash = $1 AND status IN ('PROPOSED', 'CONFIRMED', 'APPLIED')
