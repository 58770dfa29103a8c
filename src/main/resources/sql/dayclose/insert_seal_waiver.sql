-- Says that the seal of day $1 rests on a waiver; day_seal_waiver_two_people refuses one person in both roles.
INSERT INTO day_seal_waiver (business_date, blocker, waiver_id, proposed_by, approved_by) VALUES ($1, $2, $3, $4, $5)
