-- Gives up deliveries whose time is over at $1 and that nobody will try, because their endpoint is switched off; at most
-- $2. Index: webhook_delivery_give_up_ix.
UPDATE webhook_delivery
SET status = 'DEAD', next_attempt_at = NULL, finished_at = $1
WHERE delivery_id IN (
    SELECT d.delivery_id
    FROM webhook_delivery d
    JOIN webhook_endpoint e ON e.endpoint_id = d.endpoint_id
    WHERE d.status = 'SCHEDULED' AND d.give_up_at <= $1 AND e.disabled_reason IS NOT NULL
    ORDER BY d.give_up_at
    LIMIT $2
    FOR UPDATE OF d SKIP LOCKED)
