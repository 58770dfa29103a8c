-- Assignments of a payment that is missing or does not count, or to what is another merchant's, or whose numbers leave a
-- gap; for checks only. Indexes: payment_pk, outlet_pk, payment_request_pk.
SELECT count(*) OVER () AS offenders, f.payment_id || ' ' || f.sequence AS offender
FROM payment_fact f
LEFT JOIN payment p ON p.payment_id = f.payment_id
LEFT JOIN outlet o ON o.outlet_id = f.outlet_id
LEFT JOIN payment_request r ON r.payment_request_id = f.payment_request_id
WHERE f.kind = 'ASSIGNMENT'
  AND (p.payment_id IS NULL OR p.direction <> 'CREDIT' OR p.twin_of IS NOT NULL
       OR (f.outlet_id IS NOT NULL AND o.merchant_id IS DISTINCT FROM f.merchant_id)
       OR (f.payment_request_id IS NOT NULL
           AND (r.merchant_id IS DISTINCT FROM f.merchant_id OR r.outlet_id IS DISTINCT FROM f.outlet_id))
       OR (f.sequence > 1 AND NOT EXISTS (
             SELECT FROM payment_fact before
             WHERE before.payment_id = f.payment_id AND before.kind = 'ASSIGNMENT'
               AND before.sequence = f.sequence - 1)))
LIMIT 10
