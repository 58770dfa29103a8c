-- Endpoints whose order numbers, as far as their log is kept, have a gap or a repeat; reads all deliveries, for checks only.
-- Index: webhook_delivery_sequence_uq.
SELECT count(*) OVER () AS offenders, q.endpoint_id || ' ' || q.first_sequence || ' ' || q.last_sequence AS offender
FROM webhook_queue q
LEFT JOIN (
    SELECT endpoint_id, count(*) AS deliveries, min(sequence) AS first, max(sequence) AS last
    FROM webhook_delivery GROUP BY endpoint_id) d ON d.endpoint_id = q.endpoint_id
WHERE q.last_sequence - q.first_sequence + 1 <> COALESCE(d.deliveries, 0)
   OR d.last <> q.last_sequence
   OR d.first <> q.first_sequence
LIMIT 10
