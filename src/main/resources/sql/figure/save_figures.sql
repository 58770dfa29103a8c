-- Writes the measures $4 of scopes $1 in the periods of intervals $2 that start on $3; tells how many changed. Index:
-- figure_pk.
WITH written AS (
    INSERT INTO figure AS f (scope_id, interval, period_start, measures, computed_at)
    SELECT n.scope_id, n.interval, n.period_start, n.measures::jsonb, $5::timestamptz
    FROM unnest($1::text[], $2::text[], $3::date[], $4::text[]) AS n (scope_id, interval, period_start, measures)
    ORDER BY 1, 2, 3
    ON CONFLICT ON CONSTRAINT figure_pk DO UPDATE
    SET measures = excluded.measures, computed_at = excluded.computed_at
    WHERE f.measures IS DISTINCT FROM excluded.measures
    RETURNING 1
)
SELECT count(*) AS changed FROM written
