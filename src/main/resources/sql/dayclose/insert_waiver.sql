-- Adds a proposal; the same person's same proposal is there once. Index: day_waiver_once_uq.
INSERT INTO day_waiver (waiver_id, business_date, blocker, finding, reason, proposed_by, proposed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT ON CONSTRAINT day_waiver_once_uq DO NOTHING
