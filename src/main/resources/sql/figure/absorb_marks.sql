-- Turns marks into dirty days and adds the days that are missing up to today $1, as of $2; days more than $3 days back
-- are left alone. Where today is new, the last known day is dirty once more: it is over. Without marks and missing days
-- nothing is written. Index: figure_day_pk, figure_mark_pk,
-- outlet_day_pk, merchant_created_ix.
WITH taken AS MATERIALIZED (
    DELETE FROM figure_mark RETURNING day_from, day_to
), concerned AS MATERIALIZED (
    SELECT day_from, max(day_to) AS day_to FROM taken GROUP BY 1
), known AS (
    SELECT min(business_date) AS first_day, max(business_date) AS last_day FROM figure_day
), fact AS (
    SELECT LEAST((SELECT min(business_date) FROM outlet_day), (SELECT business_day(min(created_at)) FROM merchant))
               AS first_day
    FROM known
    WHERE known.first_day IS NULL OR EXISTS (SELECT FROM taken WHERE day_from < known.first_day)
), span AS (
    SELECT GREATEST($1::date - $3::integer,
                    LEAST($1::date, (SELECT first_day FROM known), (SELECT first_day FROM fact))) AS first_day
), added AS (
    INSERT INTO figure_day (business_date, dirty_since)
    SELECT day::date, $2::timestamptz
    FROM span, generate_series(span.first_day::timestamp, $1::date::timestamp, '1 day') AS day
    WHERE NOT EXISTS (SELECT FROM figure_day d WHERE d.business_date = day::date)
    RETURNING 1
), spoilt AS (
    UPDATE figure_day d SET dirty_since = $2::timestamptz
    WHERE d.dirty_since IS NULL
      AND (EXISTS (SELECT FROM concerned t WHERE d.business_date BETWEEN t.day_from AND t.day_to)
        OR d.business_date = (SELECT last_day FROM known WHERE last_day < $1::date))
    RETURNING 1
)
SELECT (SELECT count(*) FROM added) + (SELECT count(*) FROM spoilt) AS dirtied
