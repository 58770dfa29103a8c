-- Adds a place of trade, or, where it is known, what was seen of it later; what was seen earlier changes nothing.
-- Index: premises_place_name_uq.
INSERT INTO premises (premises_id, street_place_id, house_number, name, category_code, status, source, seen_on,
    recorded_at, recorded_by, house_key, name_key)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT ON CONSTRAINT premises_place_name_uq DO UPDATE
    SET category_code = COALESCE(excluded.category_code, premises.category_code), status = excluded.status,
        source = excluded.source, seen_on = excluded.seen_on, recorded_at = excluded.recorded_at,
        recorded_by = excluded.recorded_by, version = premises.version + 1
    WHERE excluded.seen_on >= premises.seen_on
        AND (premises.status, premises.source, premises.seen_on)
            IS DISTINCT FROM (excluded.status, excluded.source, excluded.seen_on)
RETURNING premises_id, version
