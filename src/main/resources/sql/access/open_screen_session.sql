-- Opens the session of a screen. Index: session_pk.
INSERT INTO session (token_hash, subject_id, role, csrf_token, created_at, expires_at)
VALUES ($1, $2, 'SCREEN', $3, $4, $5)
