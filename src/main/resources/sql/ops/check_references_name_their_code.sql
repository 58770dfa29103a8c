-- References whose code or request is missing, has another reference or is another outlet's; for checks only. Indexes:
-- qr_code_pk, payment_request_pk.
SELECT count(*) OVER () AS offenders, f.reference AS offender
FROM reference f
LEFT JOIN qr_code c ON c.qr_id = f.qr_id
LEFT JOIN payment_request r ON r.payment_request_id = f.payment_request_id
WHERE coalesce(c.reference, r.reference) IS DISTINCT FROM f.reference
   OR coalesce(c.merchant_id, r.merchant_id) IS DISTINCT FROM f.merchant_id
   OR coalesce(c.outlet_id, r.outlet_id) IS DISTINCT FROM f.outlet_id
LIMIT 10
