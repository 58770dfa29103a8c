-- Cases about a payment that is missing or another bank's; for checks only. Index: payment_pk.
SELECT count(*) OVER () AS offenders, c.case_id || ' ' || c.kind AS offender
FROM recon_case c
LEFT JOIN payment p ON p.payment_id = c.payment_id
WHERE c.payment_id IS NOT NULL AND p.bank_code IS DISTINCT FROM c.bank_code
LIMIT 10
