-- Kept days of $1 to $2, whether each is up to date, and whether it is the running day. Index: adoption_kept_day_pk,
-- figure_day_pk.
SELECT k.business_date, d.dirty_since IS NULL AS up_to_date,
       k.business_date = (SELECT max(business_date) FROM figure_day) AS running
FROM adoption_kept_day k
JOIN figure_day d USING (business_date)
WHERE k.business_date BETWEEN $1 AND $2
