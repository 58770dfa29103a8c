-- Payments that are called reversed and have no reversal that counts; for checks only. Indexes: payment_reversal_pk,
-- payment_pk.
SELECT count(*) OVER () AS offenders, p.payment_id || ' ' || p.direction AS offender
FROM payment p
LEFT JOIN payment_reversal v ON v.bank_code = p.bank_code
    AND v.original_reference = CASE p.direction WHEN 'DEBIT' THEN p.reversal_of ELSE p.bank_reference END
LEFT JOIN payment d ON d.payment_id = v.reversal_payment_id
WHERE p.outcome = 'REVERSED'
  AND (d.payment_id IS NULL
       OR (p.direction = 'DEBIT' AND d.payment_id <> p.payment_id)
       OR (p.direction = 'CREDIT' AND (d.account_number <> p.account_number OR d.amount_vnd <> p.amount_vnd)))
LIMIT 10
