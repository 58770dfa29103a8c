-- Says through which month a held book is closed. Index: book_pk.
UPDATE book SET closed_through = $2 WHERE merchant_id = $1
