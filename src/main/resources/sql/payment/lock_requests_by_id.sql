-- Locks requests in id order, as the writer of callbacks does. Index: payment_request_pk.
SELECT payment_request_id
FROM payment_request
WHERE payment_request_id = ANY ($1)
ORDER BY payment_request_id
FOR NO KEY UPDATE
