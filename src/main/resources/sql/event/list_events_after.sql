-- Merchant $1's events after place ($2, $3), by transactions below $4, $5 at most. Found first and sorted then, so that the
-- planner takes whichever is less: payment_recorded_xid_ix since then, or payment_merchant_ix of the merchant.
WITH told AS MATERIALIZED (
    SELECT e.*
    FROM merchant_event e
    WHERE e.merchant_id = $1 AND e.recorded_xid >= $2 AND e.recorded_xid < $4
      AND (e.recorded_xid, e.event_key) > ($2, $3)
), page AS MATERIALIZED (
    SELECT * FROM told ORDER BY recorded_xid, event_key LIMIT $5
)
SELECT t.recorded_xid, t.event_key, t.event_kind, t.merchant_id, t.event_outcome, t.event_request_id, t.event_at, p.*,
       (SELECT o.name FROM outlet o WHERE o.outlet_id = p.outlet_id) AS outlet_name,
       (SELECT r.amount_vnd FROM payment_request r WHERE r.payment_request_id = p.payment_request_id) AS asked_vnd
FROM page t
CROSS JOIN LATERAL told_payment(t.payment_id, t.merchant_id) p
ORDER BY t.recorded_xid, t.event_key
