-- Proposals for day $1, oldest first; there are a handful. Index: day_waiver_once_uq.
SELECT waiver_id, business_date, blocker, finding, reason, proposed_by, proposed_at
FROM day_waiver WHERE business_date = $1 ORDER BY proposed_at, waiver_id LIMIT 100
