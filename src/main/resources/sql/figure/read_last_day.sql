-- The last day from $1 to $2 that is computed, or $3, which is being computed. Index: figure_day_pk.
SELECT GREATEST($3::date, max(business_date)) AS last_day FROM figure_day
WHERE business_date BETWEEN $1 AND $2 AND computed_at IS NOT NULL
