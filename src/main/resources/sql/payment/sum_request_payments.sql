-- What each named request has received so far, less what was reversed; run after the lock, with a snapshot of its own.
-- Indexes: payment_request_reference_uq, payment_request_ix, payment_reversal_pk.
SELECT p.payment_request_id, sum(p.amount_vnd)::bigint AS paid_vnd
FROM payment_request q
JOIN payment p ON p.payment_request_id = q.payment_request_id
WHERE q.reference = ANY ($1) AND p.direction = 'CREDIT' AND p.outcome IN ('MATCHED', 'UNDERPAID', 'OVERPAID')
  AND NOT EXISTS (
    SELECT FROM payment_reversal v JOIN payment d ON d.payment_id = v.reversal_payment_id
    WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
      AND d.account_number = p.account_number AND d.amount_vnd = p.amount_vnd)
GROUP BY p.payment_request_id
