-- Lists the credits that name a request, and whether the bank took them back; a reversal counts where it names the same
-- account and amount, as in payment/sum_request_payments. Indexes: payment_request_ix, payment_reversal_pk, payment_pk.
SELECT p.payment_id, p.bank_code, p.bank_reference, p.amount_vnd, p.outcome, p.booked_at, p.recorded_at,
       EXISTS (
         SELECT FROM payment_reversal v JOIN payment d ON d.payment_id = v.reversal_payment_id
         WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
           AND d.account_number = p.account_number AND d.amount_vnd = p.amount_vnd) AS reversed
FROM payment p
WHERE p.payment_request_id = $1 AND p.direction = 'CREDIT'
ORDER BY p.payment_id
