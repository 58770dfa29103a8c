-- Kept days of $1 to $2, whether each is up to date, and whether it is the running day, which is told as kept only where
-- counting would take long: from 20,000 outlets on, as the planner knows them. Below, a day is up to date only when no
-- change waits to be noted. Index: adoption_kept_day_pk, figure_day_pk; figure_mark is as good as empty.
WITH city AS (SELECT reltuples < 20000 AS small FROM pg_class WHERE oid = 'outlet'::regclass)
SELECT k.business_date,
       d.dirty_since IS NULL
           AND NOT (city.small AND EXISTS (SELECT FROM figure_mark m WHERE m.day_from <= k.business_date)) AS up_to_date,
       NOT city.small AND k.business_date = (SELECT max(business_date) FROM figure_day) AS running
FROM adoption_kept_day k
JOIN figure_day d USING (business_date)
CROSS JOIN city
WHERE k.business_date BETWEEN $1 AND $2
