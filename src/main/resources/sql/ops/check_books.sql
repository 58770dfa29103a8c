-- Days of books that are not what the folded facts give when they are counted again, by merchant, outlet and business day;
-- reads all payments, for checks only. Indexes: payment_fact_assignment_uq, payment_reversal_pk.
WITH mark AS (
    SELECT folded_xid FROM book_watermark
), standing AS (
    SELECT p.payment_id, p.bank_code, p.bank_reference, p.account_number, p.amount_vnd, p.business_date, mark.folded_xid,
           CASE WHEN a.sequence IS NULL THEN p.merchant_id ELSE a.merchant_id END AS merchant_id,
           CASE WHEN a.sequence IS NULL THEN p.outlet_id ELSE a.outlet_id END AS outlet_id
    FROM mark
    JOIN payment p ON p.recorded_xid < mark.folded_xid AND p.direction = 'CREDIT' AND p.twin_of IS NULL
    LEFT JOIN LATERAL (
        SELECT f.sequence, f.merchant_id, f.outlet_id FROM payment_fact f
        WHERE f.payment_id = p.payment_id AND f.kind = 'ASSIGNMENT' AND f.recorded_xid < mark.folded_xid
        ORDER BY f.sequence DESC LIMIT 1) a ON true
), counted AS (
    SELECT merchant_id, outlet_id, business_date, 1 AS payments, amount_vnd AS received_vnd, 0 AS reversals,
           0 AS reversed_vnd, 0 AS refunds, 0 AS refunded_vnd
    FROM standing
    UNION ALL
    SELECT s.merchant_id, s.outlet_id, GREATEST(s.business_date, d.business_date), 0, 0, 1, s.amount_vnd, 0, 0
    FROM standing s
    JOIN payment_reversal v ON v.bank_code = s.bank_code AND v.original_reference = s.bank_reference
                           AND v.account_number = s.account_number AND v.amount_vnd = s.amount_vnd
                           AND v.recorded_xid < s.folded_xid
    JOIN payment d ON d.payment_id = v.reversal_payment_id
    UNION ALL
    SELECT s.merchant_id, s.outlet_id, GREATEST(s.business_date, f.business_date), 0, 0, 0, 0, 1, f.amount_vnd
    FROM standing s
    JOIN payment_fact f ON f.payment_id = s.payment_id AND f.kind = 'REFUND' AND f.recorded_xid < s.folded_xid
    UNION ALL
    SELECT merchant_id, outlet_id, business_date, -payments, -received_vnd, -reversals, -reversed_vnd, -refunds,
           -refunded_vnd
    FROM book_day
), wrong AS (
    SELECT merchant_id, business_date
    FROM counted
    WHERE merchant_id IS NOT NULL
    GROUP BY merchant_id, outlet_id, business_date
    HAVING sum(payments) <> 0 OR sum(received_vnd) <> 0 OR sum(reversals) <> 0 OR sum(reversed_vnd) <> 0
        OR sum(refunds) <> 0 OR sum(refunded_vnd) <> 0
)
SELECT count(*) OVER () AS offenders, merchant_id || ' ' || business_date AS offender
FROM wrong
LIMIT 10
