-- Why: live figures of a published month must not show what its releases withhold, nor what came late before it is decided
-- whether that may be seen.
-- Lock: none, a new view. Time on 100 M rows: none. Back: drop the view.

-- Published months of which a day has changed since its figures were computed.
CREATE VIEW released_month_waiting AS
SELECT DISTINCT a.month
FROM release_act a
WHERE a.act = 'APPROVE'
  AND (EXISTS (SELECT FROM figure_day d
               WHERE d.dirty_since IS NOT NULL
                 AND d.business_date >= a.month AND d.business_date < (a.month + interval '1 month')::date)
    OR EXISTS (SELECT FROM figure_mark m
               WHERE m.day_to >= a.month AND m.day_from < (a.month + interval '1 month')::date));
