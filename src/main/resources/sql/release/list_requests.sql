-- How many payment requests each merchant issued in each area on the days $1 to $2. Index: payment_request_date_ix.
SELECT o.merchant_id, m.category_code, s.district_place_id, s.ward_place_id, s.street_place_id,
       0::bigint AS amount_vnd, count(*) AS things
FROM payment_request r
JOIN outlet o USING (outlet_id)
JOIN merchant m ON m.merchant_id = o.merchant_id
JOIN adoption_span s ON s.outlet_id = r.outlet_id
    AND s.span_from <= r.business_date AND s.span_before > r.business_date
WHERE r.business_date BETWEEN $1::date AND $2::date
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1, 2, 3, 4, 5
