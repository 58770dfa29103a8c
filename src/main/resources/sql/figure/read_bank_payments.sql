-- What banks told by callback of day $1, by how many seconds after the booking, in order; the watermark
-- is compared so that no index of it is read. Index: payment_business_date_bx, payment_fact_assignment_uq.
SELECT 'bank-' || p.bank_code AS scope_id,
       GREATEST(0, floor(extract(epoch FROM p.received_at - p.booked_at)))::bigint AS delay_seconds,
       count(*) AS received,
       count(*) FILTER (WHERE p.direction = 'CREDIT' AND p.twin_of IS NULL) AS credits,
       count(*) FILTER (WHERE p.direction = 'CREDIT' AND p.twin_of IS NULL
           AND COALESCE(a.outcome, p.outcome) <> 'UNMATCHED') AS matched
FROM payment p
LEFT JOIN LATERAL (
    SELECT f.outcome FROM payment_fact f
    WHERE f.payment_id = p.payment_id AND f.kind = 'ASSIGNMENT'
      AND f.recorded_xid < (SELECT folded_xid FROM adoption_watermark)
    ORDER BY f.sequence DESC LIMIT 1) a ON true
WHERE p.business_date = $1 AND p.source = 'CALLBACK'
  AND p.recorded_xid + 0 < (SELECT folded_xid FROM adoption_watermark)
GROUP BY 1, 2
ORDER BY 2, 1
