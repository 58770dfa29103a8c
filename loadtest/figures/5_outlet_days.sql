-- The rollups as the fold would have them.
INSERT INTO outlet_day (business_date, outlet_id, transactions, amount_vnd, district_place_id, ward_place_id,
    street_place_id)
SELECT p.business_date, p.outlet_id, count(*), sum(p.amount_vnd), l.district_place_id, COALESCE(l.ward_place_id, ''),
       COALESCE(l.street_place_id, '')
FROM payment p
JOIN outlet_location l USING (outlet_id)
GROUP BY 1, 2, 5, 6, 7
