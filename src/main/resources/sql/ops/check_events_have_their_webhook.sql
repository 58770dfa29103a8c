-- Events below the watermark that an endpoint asked for and has no delivery of, since it asks for what it asks for now;
-- for checks only. Indexes: payment_merchant_ix, webhook_delivery_event_uq.
SELECT count(*) OVER () AS offenders, w.endpoint_id || ' ' || e.event_type || ' ' || e.payment_id AS offender
FROM webhook_endpoint w
JOIN webhook_queue q ON q.endpoint_id = w.endpoint_id
CROSS JOIN webhook_watermark m
JOIN LATERAL (
    SELECT t.recorded_xid, t.event_key, t.payment_id, t.event_kind AS event_type
    FROM merchant_event t WHERE t.merchant_id = w.merchant_id
    UNION ALL
    SELECT t.recorded_xid, t.event_key, t.payment_id,
           CASE t.event_outcome WHEN 'MATCHED' THEN 'payment_request.paid'
                                WHEN 'UNDERPAID' THEN 'payment_request.underpaid'
                                WHEN 'OVERPAID' THEN 'payment_request.overpaid' END
    FROM merchant_event t
    WHERE t.merchant_id = w.merchant_id AND t.event_request_id IS NOT NULL
      AND t.event_outcome IN ('MATCHED', 'UNDERPAID', 'OVERPAID')) e ON true
WHERE w.deleted_at IS NULL AND w.disabled_reason IS NULL
  AND e.recorded_xid >= w.changed_xid AND e.recorded_xid > q.purged_xid AND e.recorded_xid < m.relayed_xid
  AND ('*' = ANY (w.events) OR e.event_type = ANY (w.events)
       OR split_part(e.event_type, '.', 1) || '.*' = ANY (w.events))
  AND NOT EXISTS (
    SELECT FROM webhook_delivery d
    WHERE d.endpoint_id = w.endpoint_id AND d.event_xid = e.recorded_xid AND d.event_key = e.event_key
      AND d.event_type = e.event_type)
LIMIT 10
