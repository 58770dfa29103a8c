-- The attempts of deliveries $1, each one's first attempt first; $2 latest of each. Index: webhook_attempt_pk.
SELECT a.delivery_id, a.attempt, a.attempted_at, a.duration_ms, a.status_code, a.error, a.response
FROM unnest($1::uuid[]) AS wanted (delivery_id)
CROSS JOIN LATERAL (
    SELECT * FROM webhook_attempt w WHERE w.delivery_id = wanted.delivery_id ORDER BY w.attempt DESC LIMIT $2) a
ORDER BY a.delivery_id, a.attempt
