-- A merchant's entries of cash that stand in its book from $2 to $3, with what struck them out, at most $4, the latest
-- first. Indexes: cash_entry_month_ix, cash_entry_struck_once_uq.
SELECT c.entry_id, c.kind, c.outlet_id, c.entered_date, c.business_date, c.amount_vnd, c.note, c.strikes_entry_id,
       c.recorded_at, s.entry_id AS struck_by, s.recorded_at AS struck_at
FROM cash_entry c
LEFT JOIN cash_entry s ON s.merchant_id = c.merchant_id AND s.strikes_entry_id = c.entry_id
WHERE c.merchant_id = $1 AND c.book_month BETWEEN date_trunc('month', $2::date)::date AND $3::date
  AND c.entered_date BETWEEN $2::date AND $3::date
ORDER BY c.entered_date DESC, c.recorded_at DESC, c.entry_id DESC
LIMIT $4
