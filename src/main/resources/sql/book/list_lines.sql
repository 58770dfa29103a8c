-- The lines of one month of a book: payments and cash of each day and outlet, in the order of the book. Lines in which
-- everything came and went are left out. Indexes: book_day_uq, cash_entry_month_ix.
SELECT entered_date, business_date, outlet_id, sum(payments)::bigint AS payments,
       sum(received_vnd)::bigint AS received_vnd, sum(reversals)::bigint AS reversals,
       sum(reversed_vnd)::bigint AS reversed_vnd, sum(refunds)::bigint AS refunds,
       sum(refunded_vnd)::bigint AS refunded_vnd, sum(cash_entries)::bigint AS cash_entries,
       sum(cash_vnd)::bigint AS cash_vnd
FROM (
    SELECT entered_date, business_date, outlet_id, payments, received_vnd, reversals, reversed_vnd, refunds,
           refunded_vnd, 0 AS cash_entries, 0 AS cash_vnd
    FROM book_day
    WHERE merchant_id = $1 AND book_month = $2
    UNION ALL
    SELECT entered_date, business_date, outlet_id, 0, 0, 0, 0, 0, 0,
           CASE kind WHEN 'ADDED' THEN 1 ELSE -1 END, CASE kind WHEN 'ADDED' THEN amount_vnd ELSE -amount_vnd END
    FROM cash_entry
    WHERE merchant_id = $1 AND book_month = $2) line
GROUP BY entered_date, business_date, outlet_id
HAVING sum(payments) <> 0 OR sum(received_vnd) <> 0 OR sum(reversals) <> 0 OR sum(reversed_vnd) <> 0
    OR sum(refunds) <> 0 OR sum(refunded_vnd) <> 0 OR sum(cash_entries) <> 0 OR sum(cash_vnd) <> 0
ORDER BY entered_date, business_date, outlet_id NULLS LAST
