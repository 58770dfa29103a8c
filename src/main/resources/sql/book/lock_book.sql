-- Holds a merchant's book until COMMIT: cash is written and months are closed one after the other. Index: book_pk.
SELECT closed_through FROM book WHERE merchant_id = $1 FOR NO KEY UPDATE
