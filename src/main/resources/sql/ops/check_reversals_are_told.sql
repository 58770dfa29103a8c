-- Reversals that count, without a debit that told them: by name, by the trace of the original, or by the name of the
-- original's twin; for checks only. Indexes: payment_pk, payment_key_pk.
SELECT count(*) OVER () AS offenders, v.bank_code || ' ' || v.original_reference AS offender
FROM payment_reversal v
LEFT JOIN payment d ON d.payment_id = v.reversal_payment_id
LEFT JOIN payment_key k ON k.bank_code = v.bank_code AND k.bank_reference = v.original_reference
LEFT JOIN payment o ON o.payment_id = k.payment_id
LEFT JOIN payment_key n ON n.bank_code = d.bank_code AND n.bank_reference = d.reversal_of
LEFT JOIN payment named ON named.payment_id = n.payment_id
WHERE d.payment_id IS NULL OR d.direction <> 'DEBIT'
   OR d.account_number <> v.account_number OR d.amount_vnd <> v.amount_vnd
   OR (v.via = 'REFERENCE' AND (d.bank_code <> v.bank_code OR d.reversal_of IS DISTINCT FROM v.original_reference))
   OR (v.via = 'TRACE' AND (d.reversal_of IS NOT NULL OR o.bank_trace IS DISTINCT FROM d.bank_trace))
   OR (v.via = 'TWIN' AND (o.payment_id IS NULL OR named.twin_of IS DISTINCT FROM o.payment_id))
LIMIT 10
