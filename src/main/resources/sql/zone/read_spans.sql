-- Reads what is written of zone $1 from $2 to $3, both included, a row a day or span. Indexes: zone_open_day_pk,
-- zone_open_span_pk.
SELECT d.business_date, s.opens_at, s.closes_at
FROM zone_open_day d
LEFT JOIN zone_open_span s ON s.zone_place_id = d.zone_place_id AND s.business_date = d.business_date
WHERE d.zone_place_id = $1 AND d.business_date BETWEEN $2 AND $3
ORDER BY d.business_date, s.opens_at
