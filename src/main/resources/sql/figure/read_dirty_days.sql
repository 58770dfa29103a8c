-- At most $2 days up to $1 whose figures are out of date, the newest first. Index: figure_day_dirty_ix.
SELECT business_date FROM figure_day
WHERE dirty_since IS NOT NULL AND business_date <= $1
ORDER BY business_date DESC
LIMIT $2
