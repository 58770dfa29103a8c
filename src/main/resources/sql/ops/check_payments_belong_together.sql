-- Payments whose merchant, outlet, code or request is missing or is another merchant's; for checks only. Indexes:
-- merchant_pk, outlet_pk, qr_code_pk, payment_request_pk.
SELECT count(*) OVER () AS offenders, p.payment_id::text AS offender
FROM payment p
LEFT JOIN merchant m ON m.merchant_id = p.merchant_id
LEFT JOIN outlet o ON o.outlet_id = p.outlet_id
LEFT JOIN qr_code c ON c.qr_id = p.qr_id
LEFT JOIN payment_request r ON r.payment_request_id = p.payment_request_id
WHERE (p.merchant_id IS NOT NULL AND m.merchant_id IS NULL)
   OR (p.outlet_id IS NOT NULL AND o.merchant_id IS DISTINCT FROM p.merchant_id)
   OR (p.qr_id IS NOT NULL
       AND (c.merchant_id IS DISTINCT FROM p.merchant_id OR c.outlet_id IS DISTINCT FROM p.outlet_id))
   OR (p.payment_request_id IS NOT NULL
       AND (r.merchant_id IS DISTINCT FROM p.merchant_id OR r.outlet_id IS DISTINCT FROM p.outlet_id))
LIMIT 10
