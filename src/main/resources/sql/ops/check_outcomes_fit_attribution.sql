-- Payments that count and whose outcome says something else than whose they are; reads all payments, for checks only. Index: none.
SELECT count(*) OVER () AS offenders, p.payment_id || ' ' || p.outcome AS offender
FROM payment p
WHERE p.twin_of IS NULL AND (
   (p.outcome = 'UNMATCHED' AND num_nonnulls(p.merchant_id, p.outlet_id, p.qr_id, p.payment_request_id) > 0)
   OR (p.outcome = 'ACCOUNT' AND (p.merchant_id IS NULL OR p.qr_id IS NOT NULL OR p.payment_request_id IS NOT NULL))
   OR (p.outcome = 'OUTLET' AND (p.qr_id IS NULL OR p.outlet_id IS NULL OR p.payment_request_id IS NOT NULL))
   OR (p.outcome IN ('MATCHED', 'UNDERPAID', 'OVERPAID', 'LATE') AND p.payment_request_id IS NULL))
LIMIT 10
