-- Outlets with a credit in the windows that end with day $1, given as months $2 with the days of the last 7 $3 and the
-- last 30 $4 as bits, in the cells where they had it. Outlets of one cell come added up; those that had credits in
-- several cells one by one, with their id. Index: outlet_month_pk.
WITH active AS MATERIALIZED (
    SELECT m.outlet_id, m.district_place_id AS district, m.ward_place_id AS ward, m.street_place_id AS street,
           bool_or(m.active_days & w.days7 <> 0) AS active7
    FROM unnest($2::date[], $3::integer[], $4::integer[]) AS w (month, days7, days30)
    JOIN outlet_month m ON m.month = w.month AND m.active_days & w.days30 <> 0
    GROUP BY 1, 2, 3, 4
), spread AS (
    SELECT outlet_id FROM active GROUP BY 1 HAVING count(*) > 1
)
SELECT spread.outlet_id::text AS outlet, district, ward, street, k.category_code AS category,
       count(*) FILTER (WHERE active7) AS active7, count(*) AS active30
FROM active
JOIN outlet o USING (outlet_id)
JOIN merchant_category_on($1) k USING (merchant_id)
LEFT JOIN spread USING (outlet_id)
GROUP BY 1, 2, 3, 4, 5
