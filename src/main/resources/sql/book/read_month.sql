-- Reads a closed month. Index: book_month_pk.
SELECT document, hash, closed_at FROM book_month WHERE merchant_id = $1 AND month = $2
