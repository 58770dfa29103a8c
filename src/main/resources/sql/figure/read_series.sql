-- The figures of scope $1 in the periods of interval $2 that start from $3 to $4. Index: figure_pk.
SELECT scope_id, interval, period_start, measures
FROM figure
WHERE scope_id = $1 AND interval = $2 AND period_start BETWEEN $3 AND $4
ORDER BY period_start
