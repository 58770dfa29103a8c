-- Deliveries whose attempts do not add up, or that are called delivered and were never taken; for checks only. Index:
-- webhook_attempt_pk.
SELECT count(*) OVER () AS offenders, d.delivery_id || ' ' || d.status AS offender
FROM webhook_delivery d
CROSS JOIN LATERAL (
    SELECT count(*) AS attempts, count(*) FILTER (WHERE a.status_code BETWEEN 200 AND 299) AS taken
    FROM webhook_attempt a WHERE a.delivery_id = d.delivery_id) log
WHERE d.attempts <> log.attempts OR (d.status = 'DELIVERED' AND log.taken = 0)
LIMIT 10
