-- What endpoints may be told of transactions from $1 on: up to the oldest running one, cut after the transaction in which
-- the $2-th payment stands. Always a row, for the end. Indexes: payment_recorded_xid_ix, payment_fact_recorded_xid_ix,
-- payment_reversal_recorded_xid_ix, webhook_endpoint_merchant_ix.
WITH horizon AS MATERIALIZED (
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS xid
), bound AS MATERIALIZED (
    SELECT LEAST(h.xid, COALESCE((SELECT p.recorded_xid + 1 FROM payment p WHERE p.recorded_xid >= $1
        ORDER BY p.recorded_xid OFFSET $2 - 1 LIMIT 1), h.xid)) AS upto_xid
    FROM horizon h
), window_event AS MATERIALIZED (
    SELECT e.*
    FROM merchant_event e
    WHERE e.recorded_xid >= $1 AND e.recorded_xid < (SELECT b.upto_xid FROM bound b)
), told AS MATERIALIZED (
    SELECT w.*, e.endpoint_id
    FROM window_event w
    JOIN webhook_endpoint e ON e.merchant_id = w.merchant_id AND e.deleted_at IS NULL AND e.disabled_reason IS NULL
        AND e.joined_xid <= w.recorded_xid
)
SELECT b.upto_xid, EXISTS (SELECT FROM window_event) AS has_events, t.endpoint_id, t.recorded_xid, t.event_key,
       t.event_kind, t.merchant_id, t.event_outcome, t.event_request_id, t.event_at, p.*,
       (SELECT o.name FROM outlet o WHERE o.outlet_id = p.outlet_id) AS outlet_name,
       (SELECT r.amount_vnd FROM payment_request r WHERE r.payment_request_id = p.payment_request_id) AS asked_vnd
FROM bound b
LEFT JOIN told t ON true
LEFT JOIN LATERAL told_payment(t.payment_id, t.merchant_id) p ON true
ORDER BY t.recorded_xid, t.event_key, t.endpoint_id
