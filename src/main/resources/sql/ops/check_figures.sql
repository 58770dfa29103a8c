-- Districts whose figures of a day that is up to date differ from the rollups, days without figures that count as
-- computed, and weeks and months that are not the sum of their days; for checks only. Index: none; one statement is one
-- snapshot.
WITH settled AS MATERIALIZED (
    SELECT d.business_date FROM figure_day d
    WHERE d.dirty_since IS NULL
      AND NOT EXISTS (SELECT FROM figure_mark m WHERE d.business_date BETWEEN m.day_from AND m.day_to)
), kept AS MATERIALIZED (
    SELECT scope_id, interval, period_start, (measures ->> 'transactions')::bigint AS transactions,
           (measures ->> 'amountVnd')::bigint AS amount_vnd
    FROM figure
    WHERE measures ? 'transactions'
), wrong AS (
    SELECT s.business_date || ' ' || place.place_id AS offender
    FROM settled s
    CROSS JOIN place
    LEFT JOIN kept f ON f.scope_id = place.place_id AND f.interval = 'DAY' AND f.period_start = s.business_date
    LEFT JOIN place_day p ON p.place_id = place.place_id AND p.business_date = s.business_date
    WHERE place.kind = 'DISTRICT'
      AND (f.transactions, f.amount_vnd)
          IS DISTINCT FROM (COALESCE(p.transactions, 0), COALESCE(p.amount_vnd, 0))
    UNION ALL
    SELECT s.business_date || ' city' FROM settled s
    WHERE NOT EXISTS (SELECT FROM kept f
                      WHERE f.scope_id = 'city' AND f.interval = 'DAY' AND f.period_start = s.business_date)
    UNION ALL
    SELECT f.interval || ' ' || f.period_start || ' ' || f.scope_id
    FROM kept f
    LEFT JOIN (
        SELECT scope_id, i.interval, date_trunc(i.interval, period_start)::date AS period_start,
               sum(transactions) AS transactions, sum(amount_vnd) AS amount_vnd
        FROM kept CROSS JOIN (VALUES ('week'), ('month')) AS i (interval)
        WHERE kept.interval = 'DAY'
        GROUP BY 1, 2, 3) days
        ON days.scope_id = f.scope_id AND upper(days.interval) = f.interval AND days.period_start = f.period_start
    WHERE f.interval <> 'DAY'
      AND (f.transactions, f.amount_vnd) IS DISTINCT FROM (days.transactions, days.amount_vnd)
)
SELECT count(*) OVER () AS offenders, offender FROM wrong LIMIT 10
