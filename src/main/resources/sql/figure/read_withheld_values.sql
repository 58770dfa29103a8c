-- Scopes whose money is withheld in any month of $1 to $2, each by the last decision up to it; and all scopes of a month that
-- was published while what has changed in it since waits to be decided about. Index: figure_pk for the months that are
-- decided, figure_period_ix for their scopes.
SELECT DISTINCT f.scope_id
FROM generate_series(date_trunc('month', $1::date), $2::date, interval '1 month') AS asked (month)
CROSS JOIN LATERAL (
    SELECT c.period_start FROM figure c
    WHERE c.scope_id = 'city' AND c.interval = 'MONTH' AND c.period_start <= asked.month::date
      AND c.measures ? 'valueWithheld'
    ORDER BY c.period_start DESC
    LIMIT 1) AS decided
JOIN figure f ON f.interval = 'MONTH' AND f.period_start = decided.period_start
WHERE (f.measures ->> 'valueWithheld')::integer = 1
   OR EXISTS (SELECT FROM released_month_waiting w WHERE w.month = asked.month::date)
