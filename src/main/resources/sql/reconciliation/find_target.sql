-- Reads whom an assignment names: an outlet, or a request and its outlet. Indexes: outlet_pk, payment_request_pk,
-- outlet_location_open_uq.
SELECT o.outlet_id, r.payment_request_id, o.merchant_id, m.status IN ('APPROVED', 'SUSPENDED') AS active,
       ARRAY(SELECT d.code
             FROM outlet_location l
             JOIN place d ON d.place_id = l.district_place_id
             WHERE l.outlet_id = o.outlet_id AND l.valid_to IS NULL) AS district_codes
FROM outlet o
JOIN merchant m ON m.merchant_id = o.merchant_id
LEFT JOIN payment_request r ON r.payment_request_id = $2 AND r.outlet_id = o.outlet_id
WHERE o.outlet_id = COALESCE($1, (SELECT outlet_id FROM payment_request WHERE payment_request_id = $2))
  AND ($2::uuid IS NULL OR r.payment_request_id IS NOT NULL)
