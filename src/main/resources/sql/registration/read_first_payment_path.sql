-- Reads the facts on a merchant's way to its first payment: decisions, the first code, its first green check, the first
-- payment that counts. Index: merchant_pk, merchant_transition_pk, outlet_merchant_ix, qr_code_outlet_ix,
-- self_check_merchant_ix, payment_merchant_ix, payment_fact_merchant_ix, payment_fact_assignment_uq, payment_reversal_pk.
SELECT m.display_name, m.status, m.created_at, m.approved_at,
       (SELECT t.reason FROM merchant_transition t WHERE t.merchant_id = m.merchant_id
        ORDER BY t.sequence DESC LIMIT 1) AS reason,
       (SELECT min(q.issued_at) FROM outlet o JOIN qr_code q ON q.outlet_id = o.outlet_id
        WHERE o.merchant_id = m.merchant_id) AS printed_at,
       (SELECT min(c.checked_at) FROM self_check c
        WHERE c.merchant_id = m.merchant_id AND c.verdict = 'GREEN') AS checked_at,
       f.booked_at AS paid_at, f.amount_vnd
FROM merchant m
LEFT JOIN LATERAL (
    SELECT p.booked_at, p.amount_vnd
    FROM (
        SELECT o.payment_id, o.business_date, o.booked_at, o.amount_vnd, o.bank_code, o.bank_reference,
               o.account_number, o.merchant_id
        FROM payment o
        WHERE o.merchant_id = m.merchant_id AND o.direction = 'CREDIT' AND o.twin_of IS NULL
        UNION ALL
        SELECT o.payment_id, o.business_date, o.booked_at, o.amount_vnd, o.bank_code, o.bank_reference,
               o.account_number, o.merchant_id
        FROM payment o
        WHERE o.payment_id IN (
                SELECT a.payment_id FROM payment_fact a
                WHERE a.kind = 'ASSIGNMENT' AND a.merchant_id = m.merchant_id)
          AND o.merchant_id IS DISTINCT FROM m.merchant_id AND o.direction = 'CREDIT' AND o.twin_of IS NULL) p
    LEFT JOIN LATERAL payment_assignment(p.payment_id) a ON true
    WHERE CASE WHEN a.outcome IS NULL THEN p.merchant_id ELSE a.merchant_id END = m.merchant_id
      AND NOT EXISTS (
        SELECT FROM payment_reversal v
        WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
          AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd)
    ORDER BY p.business_date, p.payment_id
    LIMIT 1) f ON true
WHERE m.merchant_id = $1
