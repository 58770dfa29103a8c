-- Finds reversals that were told before $3 and whose payment has not come, other than those that have their case. Indexes:
-- payment_reversing_ix, payment_key_pk, recon_case_payment_ix.
SELECT p.payment_id, p.bank_code, p.bank_reference, p.reversal_of, p.account_number, p.amount_vnd, p.memo, p.booked_at,
       p.business_date
FROM payment p
WHERE p.business_date BETWEEN $1 AND $2 AND p.reversal_of IS NOT NULL AND p.twin_of IS NULL AND p.received_at < $3
  AND NOT EXISTS (
        SELECT FROM payment_key k WHERE k.bank_code = p.bank_code AND k.bank_reference = p.reversal_of)
  AND NOT EXISTS (
        SELECT FROM recon_case c WHERE c.payment_id = p.payment_id AND c.kind = 'REVERSAL_WITHOUT_ORIGINAL')
ORDER BY p.payment_id
LIMIT $4
