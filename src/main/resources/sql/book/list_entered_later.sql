-- Payments of day $2 that stand under a later day of the book, because their month was closed when they came, at most 500.
-- Index: book_item_pk.
SELECT payment_id, max(entered_date) AS entered_date
FROM book_item
WHERE merchant_id = $1 AND entered_date > $2 AND business_date = $2 AND kind = 'RECEIVED' AND late
GROUP BY payment_id
HAVING sum(amount_vnd) > 0
LIMIT 500
