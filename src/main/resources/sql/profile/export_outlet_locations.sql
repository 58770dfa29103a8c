-- Where a merchant's outlets stood and stand. Indexes: outlet_merchant_ix, outlet_location_pk.
SELECT l.outlet_id AS "outletId", l.valid_from AS "validFrom", l.valid_to AS "validTo", d.name_vi AS district,
       w.name_vi AS ward, s.name_vi AS street
FROM outlet o
JOIN outlet_location l ON l.outlet_id = o.outlet_id
JOIN place d ON d.place_id = l.district_place_id
LEFT JOIN place w ON w.place_id = l.ward_place_id
LEFT JOIN place s ON s.place_id = l.street_place_id
WHERE o.merchant_id = $1
ORDER BY l.outlet_id, l.valid_from
