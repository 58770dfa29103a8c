-- Closed months whose lines are no more what was closed: payments or cash were changed, added or deleted behind them, or the
-- chain of their hashes is broken; for checks only. Indexes: book_day_uq, cash_entry_month_ix.
WITH kept AS (
    SELECT m.merchant_id, m.month, m.hash, m.document::jsonb AS document,
           m.received_vnd, m.reversed_vnd, m.refunded_vnd, m.cash_vnd, b.closed_through,
           COALESCE((SELECT p.hash FROM book_month p
                     WHERE p.merchant_id = m.merchant_id AND p.month = m.previous_month), '') AS previous_hash,
           (SELECT COALESCE(sum(d.received_vnd), 0) FROM book_day d
            WHERE d.merchant_id = m.merchant_id AND d.book_month = m.month) AS received_now,
           (SELECT COALESCE(sum(d.reversed_vnd), 0) FROM book_day d
            WHERE d.merchant_id = m.merchant_id AND d.book_month = m.month) AS reversed_now,
           (SELECT COALESCE(sum(d.refunded_vnd), 0) FROM book_day d
            WHERE d.merchant_id = m.merchant_id AND d.book_month = m.month) AS refunded_now,
           (SELECT COALESCE(sum(CASE c.kind WHEN 'ADDED' THEN c.amount_vnd ELSE -c.amount_vnd END), 0)
            FROM cash_entry c
            WHERE c.merchant_id = m.merchant_id AND c.book_month = m.month) AS cash_now
    FROM book_month m
    JOIN book b ON b.merchant_id = m.merchant_id
)
SELECT count(*) OVER () AS offenders, merchant_id || ' ' || month AS offender
FROM kept
WHERE (received_vnd, reversed_vnd, refunded_vnd, cash_vnd)
          IS DISTINCT FROM (received_now, reversed_now, refunded_now, cash_now)
   OR document ->> 'previous' IS DISTINCT FROM previous_hash
   OR document #>> '{totals,netVnd}'
          IS DISTINCT FROM (received_vnd - reversed_vnd - refunded_vnd + cash_vnd)::text
   OR closed_through IS NULL OR closed_through < month
LIMIT 10
