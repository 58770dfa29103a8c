-- How many days from $1 to $2 have figures that are out of date, or none: marks that nobody took yet included; days before
-- the first that has facts need none. Index: figure_day_pk; figure_mark is as good as empty.
SELECT count(*) AS days
FROM generate_series($1::date::timestamp, $2::date::timestamp, '1 day') AS day
LEFT JOIN figure_day d ON d.business_date = day::date
WHERE d.business_date IS NULL AND day::date >= (SELECT min(business_date) FROM figure_day) OR d.dirty_since IS NOT NULL
   OR EXISTS (SELECT FROM figure_mark m WHERE day::date BETWEEN m.day_from AND m.day_to)
