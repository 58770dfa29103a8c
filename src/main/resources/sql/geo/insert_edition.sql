-- Keeps a proposed edition; place_edition_content_uq refuses the same file twice. Index: place_edition_pk.
INSERT INTO place_edition (edition_id, title, valid_from, content_hash, csv, status, proposed_at, proposed_by)
VALUES ($1, $2, $3, $4, $5, 'PROPOSED', $6, $7)
