-- A merchant's revenue of the days $2 to $3, in whichever month it stands: payments less what was taken or given back, and
-- cash. Indexes: book_day_uq, cash_entry_month_ix.
SELECT ((SELECT COALESCE(sum(received_vnd - reversed_vnd - refunded_vnd), 0)
         FROM book_day
         WHERE merchant_id = $1 AND book_month >= date_trunc('month', $2::date)::date
           AND business_date BETWEEN $2::date AND $3::date)
        + (SELECT COALESCE(sum(CASE kind WHEN 'ADDED' THEN amount_vnd ELSE -amount_vnd END), 0)
           FROM cash_entry
           WHERE merchant_id = $1 AND book_month >= date_trunc('month', $2::date)::date
             AND business_date BETWEEN $2::date AND $3::date))::bigint AS revenue_vnd
