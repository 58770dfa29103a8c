-- Adds bad signatures $3 and duplicates $4 to what was counted of bank $1 on day $2. Index: bank_day_tally_pk.
INSERT INTO bank_day_tally AS t (bank_code, business_date, bad_signatures, duplicates)
VALUES ($1, $2, $3, $4)
ON CONFLICT ON CONSTRAINT bank_day_tally_pk DO UPDATE
SET bad_signatures = t.bad_signatures + excluded.bad_signatures, duplicates = t.duplicates + excluded.duplicates
