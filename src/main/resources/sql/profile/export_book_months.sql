-- A merchant's closed months, each with the book as it was closed; through which month the book is closed follows from them.
-- Indexes: book_pk, book_month_pk.
SELECT m.month, m.closed_at AS "closedAt", m.received_vnd AS "receivedVnd", m.reversed_vnd AS "reversedVnd",
       m.refunded_vnd AS "refundedVnd", m.cash_vnd AS "cashVnd", m.net_vnd AS "netVnd", m.document, m.hash
FROM book b
JOIN book_month m ON m.merchant_id = b.merchant_id
WHERE b.merchant_id = $1
ORDER BY m.month
