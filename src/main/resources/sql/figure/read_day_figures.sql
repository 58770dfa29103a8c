-- The measures of every scope in the period of interval $1 that starts on $2. Index: figure_period_ix.
SELECT scope_id, measures FROM figure WHERE interval = $1 AND period_start = $2
