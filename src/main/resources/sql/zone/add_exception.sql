-- Adds an exception once, by its id; zone_exception_no_overlap refuses one that overlaps another. Index: zone_exception_pk.
INSERT INTO zone_exception (exception_id, zone_place_id, kind, starts_at, ends_at, reason, confidence, source,
    recorded_at, recorded_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT ON CONSTRAINT zone_exception_pk DO NOTHING
