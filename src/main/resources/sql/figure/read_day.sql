-- How day $1 stands in the snapshot: whether it waits, whether it was ever computed, and whether another day of the
-- month $2 to $3 but today $4 waits. Index: figure_day_pk.
SELECT dirty_since IS NOT NULL AS dirty, computed_at IS NOT NULL AS computed,
       EXISTS (SELECT FROM figure_day o WHERE o.business_date BETWEEN $2 AND $3 AND o.dirty_since IS NOT NULL
               AND o.business_date <> $1 AND o.business_date <> $4::date) AS month_waits
FROM figure_day
WHERE business_date = $1
