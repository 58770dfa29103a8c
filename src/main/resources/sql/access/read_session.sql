-- Finds a live session by the hash of its token. Index: session_pk.
SELECT subject_id, role, district_codes, csrf_token FROM session WHERE token_hash = $1 AND expires_at > $2
