-- Codes and requests whose reference is not registered as theirs; for checks only. Index: reference_pk.
SELECT count(*) OVER () AS offenders, issued.reference || ' ' || issued.id AS offender
FROM (SELECT reference, qr_id AS id FROM qr_code
      UNION ALL SELECT reference, payment_request_id FROM payment_request) issued
LEFT JOIN reference f ON f.reference = issued.reference
WHERE coalesce(f.qr_id, f.payment_request_id) IS DISTINCT FROM issued.id
LIMIT 10
