-- Opens the session of a phone that was just paired. Index: session_pk.
INSERT INTO session (token_hash, subject_id, role, csrf_token, created_at, expires_at)
VALUES ($1, $2, 'LISTENER', $3, $4, $5)
