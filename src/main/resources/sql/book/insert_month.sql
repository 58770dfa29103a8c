-- Keeps a closed month; the constraint book_month_pk has the last word where two close it at once. Index: book_month_pk.
INSERT INTO book_month (merchant_id, month, previous_month, closed_at, closed_by, received_vnd, reversed_vnd, refunded_vnd,
                        cash_vnd, net_vnd, document, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
