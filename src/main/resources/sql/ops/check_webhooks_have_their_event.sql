-- Deliveries of what never happened to their merchant, or is a twin's, or lies ahead of the watermark; for checks only.
-- Indexes: payment_pk, payment_fact_pk.
SELECT count(*) OVER () AS offenders, d.delivery_id || ' ' || d.event_type AS offender
FROM webhook_delivery d
JOIN webhook_endpoint w ON w.endpoint_id = d.endpoint_id
CROSS JOIN webhook_watermark m
WHERE d.event_type <> 'ping'
  AND (d.event_xid >= m.relayed_xid OR NOT EXISTS (
    SELECT FROM merchant_event e
    WHERE e.merchant_id = w.merchant_id AND e.recorded_xid = d.event_xid AND e.event_key = d.event_key
      AND e.payment_id = d.payment_id
      AND (e.event_kind = d.event_type OR d.event_type LIKE 'payment\_request.%' AND e.event_request_id IS NOT NULL)))
LIMIT 10
