-- What stands apart in a book from $2 to $3: reversals, refunds and what came late, at most $4, in the order of the book.
-- What was entered and taken away again is left out. Indexes: book_item_pk, payment_pk.
SELECT i.entered_date, i.business_date, i.outlet_id, i.kind, i.late, i.amount_vnd, i.payment_id,
       p.bank_code, p.bank_reference, p.booked_at, p.business_date AS paid_date, p.amount_vnd AS paid_vnd
FROM (
    SELECT entered_date, business_date, outlet_id, kind, late, payment_id, sum(amount_vnd)::bigint AS amount_vnd,
           min(item_no) AS item_no
    FROM book_item
    WHERE merchant_id = $1 AND entered_date BETWEEN $2 AND $3
    GROUP BY entered_date, business_date, outlet_id, kind, late, payment_id
    HAVING sum(amount_vnd) <> 0) i
JOIN payment p ON p.payment_id = i.payment_id
ORDER BY i.entered_date, i.item_no
LIMIT $4
