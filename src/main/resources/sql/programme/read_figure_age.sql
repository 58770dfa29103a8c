-- Age in seconds at $1 of the first payment that no figure holds, and when figures were last written. Index:
-- payment_recorded_xid_ix, figure_edition_pk.
SELECT COALESCE((
        SELECT GREATEST(0, extract(epoch FROM $1::timestamptz - p.recorded_at)::bigint)
        FROM payment p, adoption_watermark w
        WHERE p.recorded_xid >= w.folded_xid
        ORDER BY p.recorded_xid LIMIT 1), 0) AS waiting_seconds,
    (SELECT e.changed_at FROM figure_edition e WHERE e.edition > 0) AS changed_at
