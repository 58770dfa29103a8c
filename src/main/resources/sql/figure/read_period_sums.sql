-- The measures $4 of every scope, added up over the days from $1 to $2 but $3. Index: figure_period_ix.
SELECT f.scope_id, m.key AS measure, sum(m.value::bigint)::bigint AS value
FROM figure f
CROSS JOIN LATERAL jsonb_each_text(f.measures) m
WHERE f.interval = 'DAY' AND f.period_start BETWEEN $1 AND $2 AND f.period_start <> $3::date
  AND m.key = ANY ($4::text[])
GROUP BY 1, 2
