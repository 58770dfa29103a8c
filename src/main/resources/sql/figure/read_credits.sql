-- The payments of day $1 that count, by cell and amount, in the order of amounts, which is the order sketches are fed
-- in; open: booked while a walking zone of the street was open. Index: payment_business_date_bx, outlet_day_pk.
WITH street AS (
    SELECT z.member_place_id AS street_place_id, range_agg(tstzrange(h.opens_at, h.closes_at)) AS hours
    FROM figure_zone_hours h
    JOIN place_member z ON z.container_place_id = h.zone_place_id
        AND z.valid_from <= $1 AND (z.valid_to IS NULL OR z.valid_to >= $1)
    WHERE h.business_date = $1
    GROUP BY 1
)
SELECT d.district_place_id AS district, d.ward_place_id AS ward, d.street_place_id AS street,
       k.category_code AS category, c.amount_vnd, count(*) AS payments,
       count(c.payment_request_id) AS dynamic,
       count(*) FILTER (WHERE s.hours @> c.booked_at) AS open
FROM figure_credit($1) c
JOIN outlet_day d ON d.business_date = $1 AND d.outlet_id = c.outlet_id AND d.district_place_id <> ''
JOIN outlet o ON o.outlet_id = c.outlet_id
JOIN merchant_category_on($1) k ON k.merchant_id = o.merchant_id
LEFT JOIN street s ON s.street_place_id = d.street_place_id
GROUP BY 1, 2, 3, 4, 5
ORDER BY c.amount_vnd, 1, 2, 3, 4
