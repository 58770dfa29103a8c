-- Searches one merchant's receipts from a cursor on, the latest day first. A filter that is NULL does not filter: $2 and $3
-- first and last business day, $4 and $5 least and most, $6 and $7 first and last time of day in Vietnam, $8 the last
-- characters of the bank's reference or trace or, of up to four, of the payer's account: no more of that one is shown to
-- the merchant, so no more may be asked for. The amount has no index of its own: it would cost the writer of payments as
-- much as payment_merchant_ix does, and the days asked for are limited. Indexes: payment_merchant_ix backwards,
-- payment_fact_merchant_ix, payment_fact_assignment_uq, payment_reversal_pk, payment_fact_refund_ix.
SELECT p.payment_id, p.bank_code, p.bank_reference, p.direction, p.amount_vnd, p.memo, p.booked_at, p.received_at,
       p.recorded_at, p.business_date, p.payer_account, p.virtual_account, p.bank_trace, p.source, p.twin_of,
       CASE WHEN a.outcome IS NULL THEN p.outcome ELSE a.outcome END AS outcome,
       CASE WHEN a.outcome IS NULL THEN p.merchant_id ELSE a.merchant_id END AS merchant_id,
       CASE WHEN a.outcome IS NULL THEN p.outlet_id ELSE a.outlet_id END AS outlet_id,
       CASE WHEN a.outcome IS NULL THEN p.qr_id ELSE a.qr_id END AS qr_id,
       CASE WHEN a.outcome IS NULL THEN p.payment_request_id ELSE a.payment_request_id END AS payment_request_id,
       COALESCE(a.sequence > 0, false) AS assigned,
       EXISTS (
         SELECT FROM payment_reversal v
         WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
           AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd) AS reversed,
       (SELECT COALESCE(sum(f.amount_vnd), 0)::bigint FROM payment_fact f
        WHERE f.payment_id = p.payment_id AND f.kind = 'REFUND') AS refunded_vnd,
       NULL::uuid AS suggested_request_id
FROM (
    SELECT o.* FROM payment o
    WHERE o.merchant_id = $1 AND o.business_date BETWEEN $2 AND $3
      AND ($9::date IS NULL OR (o.business_date, o.payment_id) < ($9::date, $10::uuid))
    UNION ALL
    SELECT o.* FROM payment o
    WHERE o.payment_id IN (SELECT f.payment_id FROM payment_fact f WHERE f.kind = 'ASSIGNMENT' AND f.merchant_id = $1)
      AND o.merchant_id IS DISTINCT FROM $1 AND o.business_date BETWEEN $2 AND $3
      AND ($9::date IS NULL OR (o.business_date, o.payment_id) < ($9::date, $10::uuid))) p
LEFT JOIN LATERAL payment_assignment(p.payment_id) a ON true
WHERE p.direction = 'CREDIT' AND p.twin_of IS NULL
  AND CASE WHEN a.outcome IS NULL THEN p.merchant_id ELSE a.merchant_id END = $1
  AND ($4::bigint IS NULL OR p.amount_vnd >= $4)
  AND ($5::bigint IS NULL OR p.amount_vnd <= $5)
  AND ($6::time IS NULL OR (p.booked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::time >= $6)
  AND ($7::time IS NULL OR (p.booked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::time <= $7)
  AND ($8::text IS NULL
       OR upper(right(p.bank_reference, length($8))) = upper($8)
       OR upper(right(p.bank_trace, length($8))) = upper($8)
       OR (length($8) <= 4 AND length(p.payer_account) > 4 AND upper(right(p.payer_account, length($8))) = upper($8)))
  AND ($11::uuid IS NULL OR CASE WHEN a.outcome IS NULL THEN p.outlet_id ELSE a.outlet_id END = $11)
ORDER BY p.business_date DESC, p.payment_id DESC
LIMIT $12
