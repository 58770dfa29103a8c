-- Forgets an endpoint's oldest deliveries, those made before $2 and finished, up to the first that is not; at most $3. To be
-- run with the queue held. Indexes: webhook_delivery_sequence_uq, webhook_attempt_pk.
WITH head AS MATERIALIZED (
    SELECT d.delivery_id, d.sequence, d.event_xid,
           bool_and(d.created_at < $2 AND d.status <> 'SCHEDULED') OVER (ORDER BY d.sequence) AS old
    FROM webhook_delivery d
    WHERE d.endpoint_id = $1
    ORDER BY d.sequence
    LIMIT $3
), attempt AS (
    DELETE FROM webhook_attempt WHERE delivery_id IN (SELECT h.delivery_id FROM head h WHERE h.old)
), delivery AS (
    DELETE FROM webhook_delivery WHERE delivery_id IN (SELECT h.delivery_id FROM head h WHERE h.old)
    RETURNING sequence, event_xid
)
UPDATE webhook_queue
SET first_sequence = GREATEST(first_sequence, (SELECT max(sequence) + 1 FROM delivery)),
    purged_xid = GREATEST(purged_xid, (SELECT max(event_xid) FROM delivery))
WHERE endpoint_id = $1
