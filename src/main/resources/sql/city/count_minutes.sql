-- Transfers that came in from $2 to before $3, by minute; twins count once. $1: an id as old as the first of them can have,
-- ids rise with time. Index: payment_pk.
SELECT date_trunc('minute', received_at) AS minute, count(*) AS payments
FROM payment
WHERE payment_id >= $1 AND received_at >= $2 AND received_at < $3 AND direction = 'CREDIT' AND twin_of IS NULL
GROUP BY 1
