-- Ends a session. Index: session_pk.
DELETE FROM session WHERE token_hash = $1
