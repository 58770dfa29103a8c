-- Notes that the time of some requests is over, the oldest first, leaving out those that somebody works on now; paid ones
-- too, so that none is looked at twice (their state is decided by their money). Index: payment_request_open_ix.
UPDATE payment_request q
SET expired_at = $1
FROM (
    SELECT payment_request_id
    FROM payment_request
    WHERE expires_at < $1 AND cancelled_at IS NULL AND expired_at IS NULL
    ORDER BY expires_at
    LIMIT $2
    FOR NO KEY UPDATE SKIP LOCKED) due
WHERE q.payment_request_id = due.payment_request_id
