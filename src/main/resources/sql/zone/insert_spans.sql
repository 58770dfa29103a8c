-- Writes spans of zone $1: days $2, from $3 until before $4. Index: zone_open_span_pk.
INSERT INTO zone_open_span (zone_place_id, business_date, opens_at, closes_at)
SELECT $1, span.business_date, span.opens_at, span.closes_at
FROM unnest($2::date[], $3::timestamptz[], $4::timestamptz[]) AS span (business_date, opens_at, closes_at)
ORDER BY span.opens_at
