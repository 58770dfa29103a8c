-- Lists one merchant's payments from a cursor on, latest first; a filter that is NULL does not filter. Index:
-- payment_merchant_ix backwards, payment_reversal_pk.
SELECT p.payment_id, p.bank_code, p.bank_reference, p.direction, p.amount_vnd, p.memo, p.outcome, p.booked_at, p.received_at,
       p.recorded_at, p.business_date, p.merchant_id, p.outlet_id, p.qr_id, p.payment_request_id, p.payer_account,
       p.direction = 'CREDIT' AND EXISTS (
         SELECT FROM payment_reversal v JOIN payment d ON d.payment_id = v.reversal_payment_id
         WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
           AND d.account_number = p.account_number AND d.amount_vnd = p.amount_vnd) AS reversed
FROM payment p
WHERE p.merchant_id = $8
  AND p.business_date BETWEEN $1 AND $2
  AND ($3::uuid IS NULL OR p.outlet_id = $3)
  AND ($4::text IS NULL OR p.outcome = $4)
  AND ($5::date IS NULL OR (p.business_date, p.payment_id) < ($5::date, $6::uuid))
ORDER BY p.business_date DESC, p.payment_id DESC
LIMIT $7
