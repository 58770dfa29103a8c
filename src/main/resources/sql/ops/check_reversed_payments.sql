-- Payments that count, are called reversed and have no reversal that counts; for checks only. Indexes: payment_reversal_pk,
-- payment_reversal_payment_ix.
SELECT count(*) OVER () AS offenders, p.payment_id || ' ' || p.direction AS offender
FROM payment p
WHERE p.outcome = 'REVERSED' AND p.twin_of IS NULL
  AND NOT EXISTS (SELECT FROM payment_reversal v WHERE p.direction = 'DEBIT' AND v.reversal_payment_id = p.payment_id)
  AND NOT EXISTS (
    SELECT FROM payment_reversal v
    WHERE p.direction = 'CREDIT' AND v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
      AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd)
LIMIT 10
