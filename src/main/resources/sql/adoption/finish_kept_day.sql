-- Says that day $1 is kept, as of $2. Index: adoption_kept_day_pk.
INSERT INTO adoption_kept_day (business_date, kept_at) VALUES ($1, $2)
ON CONFLICT ON CONSTRAINT adoption_kept_day_pk DO UPDATE SET kept_at = excluded.kept_at
