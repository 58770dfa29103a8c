-- Lists somebody's live sessions: the one that asks first, then those seen last. Index: session_subject_ix.
SELECT session_id, device, created_at, COALESCE(last_seen_at, created_at) AS seen_at, expires_at,
       token_hash = $2 AS asking
FROM session
WHERE subject_id = $1 AND expires_at > $3
ORDER BY token_hash = $2 DESC, COALESCE(last_seen_at, created_at) DESC, session_id
LIMIT $4
