-- The parts of the seal of day $1, each with the hash over its accounts' totals. Index: day_seal_total_pk.
SELECT part_date, accounts, accounts_hash FROM day_seal_part WHERE business_date = $1 ORDER BY part_date
