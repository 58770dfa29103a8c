-- What stands apart in a merchant's revenue book. Index: book_item_pk.
SELECT entered_date AS "enteredDate", business_date AS "businessDate", outlet_id AS "outletId", kind,
       payment_id AS "paymentId", amount_vnd AS "amountVnd", late
FROM book_item
WHERE merchant_id = $1
ORDER BY entered_date, item_no
