-- The first month with figures; null where there is none. Index: figure_pk.
SELECT min(period_start) AS month FROM figure WHERE scope_id = 'city' AND interval = 'MONTH'
