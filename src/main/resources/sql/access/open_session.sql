-- Opens a session for a right password unless the login was locked meanwhile; forgets failures. A member of staff whose role
-- is just being changed waits for that, and has the role that came of it. Index: credential_pk, staff_pk.
WITH unlocked AS (
    UPDATE credential SET failures = 0, locked_until = NULL
    WHERE login = $1 AND password_hash = $2 AND (locked_until IS NULL OR locked_until <= $5)
    RETURNING subject_id, subject_kind, password_temporary
),
member AS (
    UPDATE staff SET last_login_at = $5
    FROM unlocked
    WHERE staff_id = unlocked.subject_id AND ended_at IS NULL
    RETURNING staff_id, role, district_codes
)
INSERT INTO session (token_hash, subject_id, role, district_codes, csrf_token, created_at, expires_at, device, password_temporary)
SELECT $3, u.subject_id, COALESCE(s.role, 'MERCHANT'), COALESCE(s.district_codes, '{}'), $4, $5, $6, $7,
       u.password_temporary
FROM unlocked u LEFT JOIN member s ON s.staff_id = u.subject_id
WHERE u.subject_kind = 'MERCHANT' OR s.staff_id IS NOT NULL
RETURNING role
