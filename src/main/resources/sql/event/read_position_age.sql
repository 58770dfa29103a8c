-- How long ago the first payment from transaction $1 on was recorded; no row where there is none, so that nothing was
-- missed. Index: payment_recorded_xid_ix.
SELECT (extract(epoch FROM now() - p.recorded_at) * 1000)::bigint AS age_ms
FROM payment p
WHERE p.recorded_xid >= $1
ORDER BY p.recorded_xid
LIMIT 1
