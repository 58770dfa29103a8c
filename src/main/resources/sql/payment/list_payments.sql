-- Lists payments for staff from a cursor on, latest first, twins included and marked; a filter that is NULL does not
-- filter. $8: districts that the caller is limited to. Indexes: payment_business_date_bx, outlet_location_open_uq,
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
FROM payment p
LEFT JOIN LATERAL payment_assignment(p.payment_id) a ON true
WHERE p.business_date BETWEEN $1 AND $2
  AND ($3::uuid IS NULL OR CASE WHEN a.outcome IS NULL THEN p.outlet_id ELSE a.outlet_id END = $3)
  AND ($4::text IS NULL OR CASE WHEN a.outcome IS NULL THEN p.outcome ELSE a.outcome END = $4)
  AND ($5::date IS NULL OR (p.business_date, p.payment_id) < ($5::date, $6::uuid))
  AND ($8::text[] IS NULL OR EXISTS (
        SELECT FROM outlet_location l JOIN place d ON d.place_id = l.district_place_id
        WHERE l.outlet_id = CASE WHEN a.outcome IS NULL THEN p.outlet_id ELSE a.outlet_id END
          AND l.valid_to IS NULL AND d.code = ANY ($8)))
ORDER BY p.business_date DESC, p.payment_id DESC
LIMIT $7
