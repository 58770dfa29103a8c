-- The oldest transaction that still runs: of transactions below it nothing can appear any more.
SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon_xid
