-- Finds a live session by the hash of its token, and whether it was last seen before $3. Index: session_pk.
SELECT subject_id, role, district_codes, csrf_token, password_temporary,
       COALESCE(last_seen_at, created_at) <= $3 AS unseen
FROM session
WHERE token_hash = $1 AND expires_at > $2
