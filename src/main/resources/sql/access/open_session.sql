-- Opens a session for a right password unless the login was locked meanwhile; forgets failures. Index: credential_pk.
WITH unlocked AS (
    UPDATE credential SET failures = 0, locked_until = NULL
    WHERE login = $1 AND password_hash = $2 AND (locked_until IS NULL OR locked_until <= $5)
    RETURNING subject_id, subject_kind
)
INSERT INTO session (token_hash, subject_id, role, district_codes, csrf_token, created_at, expires_at, device)
SELECT $3, u.subject_id, COALESCE(s.role, 'MERCHANT'), COALESCE(s.district_codes, '{}'), $4, $5, $6, $7
FROM unlocked u LEFT JOIN staff s ON s.staff_id = u.subject_id
WHERE u.subject_kind = 'MERCHANT' OR s.staff_id IS NOT NULL
RETURNING role
