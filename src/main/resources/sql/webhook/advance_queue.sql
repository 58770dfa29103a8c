-- Gives out order numbers up to $2 and has the endpoint looked at now, or when its pause is over. As early as
-- its deliveries are due, whatever the clock that says $3. Index: webhook_queue_pk.
UPDATE webhook_queue
SET last_sequence = $2, due_at = LEAST(due_at, GREATEST(LEAST($3::timestamptz, now()), paused_until))
WHERE endpoint_id = $1
