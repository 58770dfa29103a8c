-- Reads one exception. Index: zone_exception_pk.
SELECT exception_id, zone_place_id, kind, starts_at, ends_at, reason, confidence, source, withdrawn_at, withdrawn_why
FROM zone_exception
WHERE exception_id = $1
