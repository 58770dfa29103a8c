-- Cash that a merchant added by hand, and what it struck out. Index: cash_entry_month_ix.
SELECT entry_id AS "entryId", kind, outlet_id AS "outletId", book_month AS "bookMonth", entered_date AS "enteredDate",
       business_date AS "businessDate", amount_vnd AS "amountVnd", note, strikes_entry_id AS "strikesEntryId",
       recorded_at AS "recordedAt"
FROM cash_entry
WHERE merchant_id = $1
ORDER BY book_month, entered_date, recorded_at, entry_id
