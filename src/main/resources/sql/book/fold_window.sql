-- Enters into the books what changed in transactions $1 <= xid < $2: for each payment that is new there, or was taken back,
-- given back or assigned there, what it stood for before $1 is taken away and what it stands for before $2 is added. It
-- goes into the month of its day, or, where that month is closed, into that of $3, today. Runs under the lock of whoever
-- folds or closes, so that months do not close meanwhile. Indexes: payment_recorded_xid_ix,
-- payment_reversal_recorded_xid_ix, payment_fact_recorded_xid_ix, payment_fact_assignment_uq, payment_fact_refund_ix.
WITH changed AS MATERIALIZED (
    SELECT payment_id FROM payment WHERE recorded_xid >= $1 AND recorded_xid < $2
    UNION
    SELECT k.payment_id
    FROM payment_reversal r
    JOIN payment_key k ON k.bank_code = r.bank_code AND k.bank_reference = r.original_reference
    WHERE r.recorded_xid >= $1 AND r.recorded_xid < $2
    UNION
    SELECT f.payment_id FROM payment_fact f
    WHERE f.recorded_xid >= $1 AND f.recorded_xid < $2 AND f.kind IN ('ASSIGNMENT', 'REFUND')
), standing AS MATERIALIZED (
    SELECT p.payment_id, p.bank_code, p.bank_reference, p.account_number, p.amount_vnd, p.business_date,
           moment.upto_xid, moment.sign,
           CASE WHEN a.sequence IS NULL THEN p.merchant_id ELSE a.merchant_id END AS merchant_id,
           CASE WHEN a.sequence IS NULL THEN p.outlet_id ELSE a.outlet_id END AS outlet_id
    FROM changed c
    JOIN payment p ON p.payment_id = c.payment_id
    CROSS JOIN LATERAL (VALUES ($1::bigint, -1), ($2::bigint, 1)) AS moment (upto_xid, sign)
    LEFT JOIN LATERAL (
        SELECT f.sequence, f.merchant_id, f.outlet_id FROM payment_fact f
        WHERE f.payment_id = p.payment_id AND f.kind = 'ASSIGNMENT' AND f.recorded_xid < moment.upto_xid
        ORDER BY f.sequence DESC LIMIT 1) a ON true
    WHERE p.direction = 'CREDIT' AND p.twin_of IS NULL AND p.recorded_xid < moment.upto_xid
      AND CASE WHEN a.sequence IS NULL THEN p.merchant_id ELSE a.merchant_id END IS NOT NULL
), movement AS (
    SELECT payment_id, merchant_id, outlet_id, 'RECEIVED' AS kind, business_date, sign, amount_vnd
    FROM standing
    UNION ALL
    SELECT s.payment_id, s.merchant_id, s.outlet_id, 'REVERSED', GREATEST(s.business_date, d.business_date), s.sign,
           s.amount_vnd
    FROM standing s
    JOIN payment_reversal v ON v.bank_code = s.bank_code AND v.original_reference = s.bank_reference
                           AND v.account_number = s.account_number AND v.amount_vnd = s.amount_vnd
                           AND v.recorded_xid < s.upto_xid
    JOIN payment d ON d.payment_id = v.reversal_payment_id
    UNION ALL
    SELECT s.payment_id, s.merchant_id, s.outlet_id, 'REFUNDED', GREATEST(s.business_date, f.business_date), s.sign,
           f.amount_vnd
    FROM standing s
    JOIN payment_fact f ON f.payment_id = s.payment_id AND f.kind = 'REFUND' AND f.recorded_xid < s.upto_xid
), delta AS (
    SELECT payment_id, merchant_id, outlet_id, kind, business_date, sum(sign)::bigint AS facts,
           sum(sign * amount_vnd)::bigint AS amount_vnd
    FROM movement
    GROUP BY 1, 2, 3, 4, 5
    HAVING sum(sign * amount_vnd) <> 0
), routed AS MATERIALIZED (
    SELECT d.*, place.late,
           CASE WHEN place.late THEN GREATEST($3::date, (b.closed_through + interval '1 month')::date)
                ELSE d.business_date END AS entered_date
    FROM delta d
    LEFT JOIN book b ON b.merchant_id = d.merchant_id
    CROSS JOIN LATERAL (
        SELECT b.closed_through IS NOT NULL
               AND d.business_date < b.closed_through + interval '1 month' AS late) place
), kept_days AS (
    INSERT INTO book_day AS kept (merchant_id, book_month, entered_date, business_date, outlet_id, payments, received_vnd,
        reversals, reversed_vnd, refunds, refunded_vnd)
    SELECT merchant_id, date_trunc('month', entered_date)::date, entered_date, business_date, outlet_id,
           COALESCE(sum(facts) FILTER (WHERE kind = 'RECEIVED'), 0),
           COALESCE(sum(amount_vnd) FILTER (WHERE kind = 'RECEIVED'), 0),
           COALESCE(sum(facts) FILTER (WHERE kind = 'REVERSED'), 0),
           COALESCE(sum(amount_vnd) FILTER (WHERE kind = 'REVERSED'), 0),
           COALESCE(sum(facts) FILTER (WHERE kind = 'REFUNDED'), 0),
           COALESCE(sum(amount_vnd) FILTER (WHERE kind = 'REFUNDED'), 0)
    FROM routed
    GROUP BY merchant_id, entered_date, business_date, outlet_id
    ON CONFLICT ON CONSTRAINT book_day_uq DO UPDATE
    SET payments = kept.payments + excluded.payments, received_vnd = kept.received_vnd + excluded.received_vnd,
        reversals = kept.reversals + excluded.reversals, reversed_vnd = kept.reversed_vnd + excluded.reversed_vnd,
        refunds = kept.refunds + excluded.refunds, refunded_vnd = kept.refunded_vnd + excluded.refunded_vnd
), kept_items AS (
    INSERT INTO book_item (merchant_id, entered_date, business_date, outlet_id, kind, payment_id, amount_vnd, late)
    SELECT merchant_id, entered_date, business_date, outlet_id, kind, payment_id, amount_vnd, late
    FROM routed
    WHERE late OR kind <> 'RECEIVED'
    ORDER BY merchant_id, entered_date, payment_id, kind, business_date
)
SELECT (SELECT count(*) FROM changed) AS changed
