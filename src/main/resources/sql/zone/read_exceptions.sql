-- Reads the exceptions of zone $1, or of all where it is NULL, the latest first. A few a year.
SELECT exception_id, zone_place_id, kind, starts_at, ends_at, reason, confidence, source, withdrawn_at, withdrawn_why
FROM zone_exception
WHERE $1::text IS NULL OR zone_place_id = $1
ORDER BY starts_at DESC, exception_id
