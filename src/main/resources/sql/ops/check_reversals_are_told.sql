-- Reversals that count, without the debit that told them; for checks only. Index: payment_pk.
SELECT count(*) OVER () AS offenders, v.bank_code || ' ' || v.original_reference AS offender
FROM payment_reversal v
LEFT JOIN payment d ON d.payment_id = v.reversal_payment_id
WHERE d.payment_id IS NULL OR d.direction <> 'DEBIT' OR d.bank_code <> v.bank_code
   OR d.reversal_of IS DISTINCT FROM v.original_reference
LIMIT 10
