-- Through which month a book is closed, and the first month in which anything stands. Indexes: book_pk, book_day_uq,
-- cash_entry_month_ix.
SELECT (SELECT closed_through FROM book WHERE merchant_id = $1) AS closed_through,
       LEAST((SELECT min(book_month) FROM book_day WHERE merchant_id = $1),
             (SELECT min(book_month) FROM cash_entry WHERE merchant_id = $1)) AS first_month
