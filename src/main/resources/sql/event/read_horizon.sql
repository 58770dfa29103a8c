-- The oldest transaction that still runs; what transactions below it recorded is final. No table.
SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon_xid
