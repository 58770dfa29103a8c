-- Lists one merchant's payments from a cursor on, latest first, those assigned to it included and those assigned away left
-- out; a filter that is NULL does not filter. Indexes: payment_merchant_ix backwards, payment_fact_merchant_ix,
-- payment_fact_assignment_uq, payment_reversal_pk.
SELECT p.payment_id, p.bank_code, p.bank_reference, p.direction, p.amount_vnd, p.memo, p.booked_at, p.received_at,
       p.recorded_at, p.business_date, p.payer_account, p.payer_name, p.virtual_account, p.bank_trace, p.source, p.twin_of,
       CASE WHEN a.outcome IS NULL THEN p.outcome ELSE a.outcome END AS outcome,
       CASE WHEN a.outcome IS NULL THEN p.merchant_id ELSE a.merchant_id END AS merchant_id,
       CASE WHEN a.outcome IS NULL THEN p.outlet_id ELSE a.outlet_id END AS outlet_id,
       CASE WHEN a.outcome IS NULL THEN p.qr_id ELSE a.qr_id END AS qr_id,
       CASE WHEN a.outcome IS NULL THEN p.payment_request_id ELSE a.payment_request_id END AS payment_request_id,
       COALESCE(a.sequence > 0, false) AS assigned,
       p.direction = 'CREDIT' AND EXISTS (
         SELECT FROM payment_reversal v
         WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
           AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd) AS reversed,
       (SELECT COALESCE(sum(f.amount_vnd), 0)::bigint FROM payment_fact f
        WHERE f.payment_id = p.payment_id AND f.kind = 'REFUND') AS refunded_vnd,
       CASE WHEN p.direction = 'CREDIT' AND p.twin_of IS NULL
                 AND CASE WHEN a.outcome IS NULL THEN p.outcome ELSE a.outcome END = 'ACCOUNT'
            THEN payment_suggestion(p.bank_code, p.account_number, p.virtual_account, p.amount_vnd, p.booked_at) END
       AS suggested_request_id
FROM (
    SELECT o.* FROM payment o
    WHERE o.merchant_id = $8 AND o.business_date BETWEEN $1 AND $2
      AND ($5::date IS NULL OR (o.business_date, o.payment_id) < ($5::date, $6::uuid))
    UNION ALL
    SELECT o.* FROM payment o
    WHERE o.payment_id IN (SELECT f.payment_id FROM payment_fact f WHERE f.kind = 'ASSIGNMENT' AND f.merchant_id = $8)
      AND o.merchant_id IS DISTINCT FROM $8 AND o.business_date BETWEEN $1 AND $2
      AND ($5::date IS NULL OR (o.business_date, o.payment_id) < ($5::date, $6::uuid))) p
LEFT JOIN LATERAL payment_assignment(p.payment_id) a ON true
WHERE CASE WHEN a.outcome IS NULL THEN p.merchant_id ELSE a.merchant_id END = $8
  AND ($3::uuid IS NULL OR CASE WHEN a.outcome IS NULL THEN p.outlet_id ELSE a.outlet_id END = $3)
  AND ($4::text IS NULL OR CASE WHEN a.outcome IS NULL THEN p.outcome ELSE a.outcome END = $4)
ORDER BY p.business_date DESC, p.payment_id DESC
LIMIT $7
