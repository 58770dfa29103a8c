-- A merchant's revenue book by day and outlet. Index: book_day_uq.
SELECT book_month AS "bookMonth", entered_date AS "enteredDate", business_date AS "businessDate", outlet_id AS "outletId",
       payments, received_vnd AS "receivedVnd", reversals, reversed_vnd AS "reversedVnd", refunds,
       refunded_vnd AS "refundedVnd"
FROM book_day
WHERE merchant_id = $1
ORDER BY book_month, entered_date, business_date, outlet_id
