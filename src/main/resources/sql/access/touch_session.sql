-- Notes that a session is in use, once for all that ask at the same time. Index: session_pk.
UPDATE session SET last_seen_at = $2 WHERE token_hash = $1 AND COALESCE(last_seen_at, created_at) <= $3
