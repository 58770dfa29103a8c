-- Payment requests made on day $1, and those of them that are paid in full by now. Index: payment_request_date_ix,
-- payment_request_ix, payment_fact_request_ix.
SELECT s.district_place_id AS district, s.ward_place_id AS ward, s.street_place_id AS street,
       k.category_code AS category, count(*) AS issued,
       count(*) FILTER (WHERE paid.amount_vnd >= r.amount_vnd - r.amount_tolerance_vnd) AS paid
FROM payment_request r
JOIN adoption_span s ON s.outlet_id = r.outlet_id AND s.span_from <= r.business_date AND s.span_before > r.business_date
JOIN outlet o ON o.outlet_id = r.outlet_id
JOIN merchant_category_on($1) k ON k.merchant_id = o.merchant_id
LEFT JOIN LATERAL (
    SELECT sum(c.amount_vnd) AS amount_vnd
    FROM payment_request_credits(r.payment_request_id) c
    WHERE c.outcome <> 'UNMATCHED' AND NOT c.reversed) paid ON true
WHERE r.business_date = $1
GROUP BY 1, 2, 3, 4
