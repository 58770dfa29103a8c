-- Deletes some sessions that have expired, leaving those that another run has locked. Index: session_expires_ix.
DELETE FROM session
WHERE token_hash IN (
    SELECT token_hash FROM session WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
