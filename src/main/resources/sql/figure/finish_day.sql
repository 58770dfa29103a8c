-- Says that the figures of day $1 are up to date as of $2. Index: figure_day_pk.
UPDATE figure_day SET dirty_since = NULL, computed_at = $2 WHERE business_date = $1
