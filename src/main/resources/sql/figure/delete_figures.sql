-- Takes away the figures in the period of interval $1 that starts on $2 of scopes that are not among $3. Index:
-- figure_period_ix.
DELETE FROM figure WHERE interval = $1 AND period_start = $2 AND scope_id <> ALL ($3::text[])
