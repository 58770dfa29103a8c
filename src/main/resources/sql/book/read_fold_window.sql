-- What may be folded into books now: from the watermark up to the oldest running transaction, cut after the transaction in
-- which the $1-th payment stands. Index: payment_recorded_xid_ix.
SELECT w.folded_xid,
       h.horizon_xid,
       LEAST(h.horizon_xid, COALESCE(
           (SELECT p.recorded_xid + 1 FROM payment p WHERE p.recorded_xid >= w.folded_xid
            ORDER BY p.recorded_xid OFFSET $1 - 1 LIMIT 1), h.horizon_xid)) AS upto_xid
FROM book_watermark w,
     (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon_xid) h
