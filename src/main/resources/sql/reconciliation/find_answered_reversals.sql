-- Finds cases of reversals whose payment has come since; not those of a second reversal of one payment. Indexes:
-- recon_case_unresolved_ix, payment_pk, payment_key_pk, payment_reversal_payment_ix.
SELECT c.fingerprint, p.reversal_of, k.payment_id AS original_id
FROM recon_case c
JOIN payment p ON p.payment_id = c.payment_id
JOIN payment_key k ON k.bank_code = p.bank_code AND k.bank_reference = p.reversal_of
WHERE c.kind = 'REVERSAL_WITHOUT_ORIGINAL' AND c.status <> 'RESOLVED'
  AND EXISTS (SELECT FROM payment_reversal v WHERE v.reversal_payment_id = p.payment_id)
ORDER BY c.case_id
LIMIT $1
