-- Sums one merchant's business day as it stands now: credits that were not taken back, told by one sender each, those
-- assigned to it included and those assigned away left out. Indexes: payment_merchant_ix, payment_fact_merchant_ix,
-- payment_fact_assignment_uq, payment_reversal_pk.
SELECT count(*) FILTER (WHERE NOT s.reversed) AS payments,
       COALESCE(sum(s.amount_vnd) FILTER (WHERE NOT s.reversed), 0)::bigint AS received_vnd,
       COALESCE(sum(s.refunded_vnd) FILTER (WHERE NOT s.reversed), 0)::bigint AS refunded_vnd,
       count(*) FILTER (WHERE s.reversed) AS reversals
FROM (
    SELECT p.amount_vnd,
           EXISTS (SELECT FROM payment_reversal v
                   WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
                     AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd) AS reversed,
           (SELECT COALESCE(sum(f.amount_vnd), 0)::bigint FROM payment_fact f
            WHERE f.payment_id = p.payment_id AND f.kind = 'REFUND') AS refunded_vnd
    FROM (
        SELECT o.* FROM payment o
        WHERE o.merchant_id = $1 AND o.business_date = $2
        UNION ALL
        SELECT o.* FROM payment o
        WHERE o.payment_id IN (
                SELECT f.payment_id FROM payment_fact f WHERE f.kind = 'ASSIGNMENT' AND f.merchant_id = $1)
          AND o.merchant_id IS DISTINCT FROM $1 AND o.business_date = $2) p
    LEFT JOIN LATERAL payment_assignment(p.payment_id) a ON true
    WHERE p.direction = 'CREDIT' AND p.twin_of IS NULL
      AND CASE WHEN a.outcome IS NULL THEN p.merchant_id ELSE a.merchant_id END = $1) s
