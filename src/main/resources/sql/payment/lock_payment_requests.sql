-- Locks the named requests in id order, so that two writers add up their payments one after the other and cannot
-- deadlock. Index: payment_request_reference_uq.
SELECT payment_request_id, amount_vnd, amount_tolerance_vnd, created_at, expires_at, cancelled_at
FROM payment_request WHERE reference = ANY ($1)
ORDER BY payment_request_id
FOR NO KEY UPDATE
