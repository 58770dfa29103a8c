-- Outlets whose first payment that counts was booked on day $1, when that was, and the minutes since they were
-- registered, in order. Most outlets were paid in the month before, which one read of it tells; the others are looked
-- for day by day. Index: payment_business_date_bx, outlet_month_pk, outlet_day_pk, outlet_day_outlet_ix.
SELECT d.district_place_id AS district, d.ward_place_id AS ward, d.street_place_id AS street,
       k.category_code AS category,
       GREATEST(0, floor(extract(epoch FROM c.booked_at - o.created_at) / 60))::bigint AS minutes,
       c.outlet_id, c.booked_at AS paid_at
FROM (
    SELECT f.outlet_id, min(f.booked_at) AS booked_at
    FROM figure_credit($1) f
    WHERE NOT EXISTS (
        SELECT FROM outlet_month m
        WHERE m.outlet_id = f.outlet_id AND m.active_days <> 0
          AND m.month = (date_trunc('month', $1::timestamp) - interval '1 month')::date)
    GROUP BY 1) c
JOIN outlet_day d ON d.business_date = $1 AND d.outlet_id = c.outlet_id AND d.district_place_id <> ''
JOIN outlet o ON o.outlet_id = c.outlet_id
JOIN merchant_category_on($1) k ON k.merchant_id = o.merchant_id
WHERE (SELECT true FROM outlet_day e
       WHERE e.outlet_id = c.outlet_id AND e.business_date < $1 AND e.transactions > 0 LIMIT 1) IS NULL
ORDER BY minutes, 1, 2, 3, 4
