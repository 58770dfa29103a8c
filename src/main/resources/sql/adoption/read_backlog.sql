-- Age in ms of the first payment that waits for its fold; 0 where none does. Index: payment_recorded_xid_ix.
SELECT COALESCE((
    SELECT GREATEST(0, (extract(epoch FROM clock_timestamp() - p.recorded_at) * 1000)::bigint)
    FROM payment p, adoption_watermark w WHERE p.recorded_xid >= w.folded_xid
    ORDER BY p.recorded_xid LIMIT 1), 0) AS age_ms
