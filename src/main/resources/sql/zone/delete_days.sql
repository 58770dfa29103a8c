-- Removes days $2 of zone $1, their spans with them. Index: zone_open_day_pk.
DELETE FROM zone_open_day WHERE zone_place_id = $1 AND business_date = ANY ($2)
