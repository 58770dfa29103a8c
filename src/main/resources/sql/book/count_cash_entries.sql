-- How many entries a merchant has on one day of its book. Index: cash_entry_month_ix.
SELECT count(*) AS entries
FROM cash_entry
WHERE merchant_id = $1 AND book_month = date_trunc('month', $2::date)::date AND entered_date = $2::date
