-- The figures of every scope whose id is like $1, in the period of interval $2 that starts on $3. Index:
-- figure_period_ix.
SELECT scope_id, interval, period_start, measures
FROM figure
WHERE interval = $2 AND period_start = $3 AND scope_id LIKE $1
ORDER BY scope_id
