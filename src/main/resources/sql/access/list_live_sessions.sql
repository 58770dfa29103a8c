-- Which of many sessions still live, by the hashes of their tokens. Index: session_pk.
SELECT token_hash FROM session WHERE token_hash = ANY ($1) AND expires_at > $2
