-- Payment requests issued per cell on the days $1: how many, by how many outlets, how many of them paid in full
-- by credits that were not reversed. Index: payment_request_date_ix, payment_request_ix, payment_fact_request_ix.
SELECT r.business_date, s.district_place_id, s.ward_place_id, s.street_place_id,
       count(DISTINCT r.outlet_id) AS outlets, count(*) AS issued,
       count(*) FILTER (WHERE paid.amount_vnd >= r.amount_vnd - r.amount_tolerance_vnd) AS paid
FROM payment_request r
JOIN adoption_span s ON s.outlet_id = r.outlet_id AND s.span_from <= r.business_date AND s.span_before > r.business_date
LEFT JOIN LATERAL (
    SELECT sum(c.amount_vnd) AS amount_vnd
    FROM payment_request_credits(r.payment_request_id) c
    WHERE c.outcome <> 'UNMATCHED' AND NOT c.reversed
) paid ON true
WHERE r.business_date = ANY ($1::date[])
GROUP BY 1, 2, 3, 4
