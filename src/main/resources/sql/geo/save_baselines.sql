-- Writes denominators, $1 as JSON rows in the order of their keys; recorded by $2 at $3. Index: baseline_pk.
INSERT INTO baseline AS b (place_id, valid_from, premises, target_rate, source, recorded_at, recorded_by)
SELECT place_id, valid_from, premises, target_rate, source, $3, $2
FROM jsonb_to_recordset($1) AS wanted (place_id text, valid_from date, premises integer, target_rate numeric,
    source text)
ORDER BY place_id, valid_from
ON CONFLICT ON CONSTRAINT baseline_pk DO UPDATE
SET premises = excluded.premises, target_rate = excluded.target_rate, source = excluded.source,
    recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by,
    recorded_xid = pg_current_xact_id()::text::bigint
