-- Ends a wish that waits; carried out, the owner's words go too. Index: deletion_request_pk.
UPDATE deletion_request
SET status = $2::text, ended_at = $3, reason = CASE WHEN $2::text = 'EXECUTED' THEN NULL ELSE reason END
WHERE deletion_id = $1 AND status = 'OPEN'
