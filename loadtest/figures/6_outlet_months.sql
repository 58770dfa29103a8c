-- The rollup of active days as the fold would have it.
INSERT INTO outlet_month (month, outlet_id, district_place_id, ward_place_id, street_place_id, active_days)
SELECT date_trunc('month', business_date)::date, outlet_id, district_place_id, ward_place_id, street_place_id,
       bit_or(1 << (extract(day FROM business_date)::integer - 1))
FROM outlet_day
GROUP BY 1, 2, 3, 4, 5
