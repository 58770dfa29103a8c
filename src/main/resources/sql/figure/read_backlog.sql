-- Age in ms at $1 of the day that has waited longest for its figures; 0 where none does. Index: figure_day_dirty_ix.
SELECT COALESCE(GREATEST(0, (extract(epoch FROM $1::timestamptz - min(dirty_since)) * 1000)::bigint), 0) AS age_ms,
       count(*) AS days
FROM figure_day WHERE dirty_since IS NOT NULL
