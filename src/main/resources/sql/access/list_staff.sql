-- Lists staff, those with access first, with when each was last seen; $1: one of them, or NULL for all. Indexes: staff_pk,
-- session_subject_ix; staff are some hundreds.
SELECT s.staff_id, s.login, s.name, s.role, s.district_codes, s.version, s.created_at, s.ended_at,
       c.name AS created_by_name, b.name AS changed_by_name, s.changed_at,
       GREATEST(s.last_login_at, (SELECT max(n.last_seen_at) FROM session n WHERE n.subject_id = s.staff_id)) AS seen_at,
       s.role = 'ADMIN' AND s.ended_at IS NULL AND s.district_codes = '{}'
           AND NOT EXISTS (SELECT FROM staff o
                           WHERE o.role = 'ADMIN' AND o.ended_at IS NULL AND o.district_codes = '{}'
                             AND o.staff_id <> s.staff_id) AS only_admin
FROM staff s
LEFT JOIN staff c ON c.staff_id = s.created_by
LEFT JOIN staff b ON b.staff_id = s.changed_by
WHERE $1::uuid IS NULL OR s.staff_id = $1
ORDER BY s.ended_at IS NOT NULL, s.name, s.staff_id
LIMIT 2000
