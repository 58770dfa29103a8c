-- Adds the first administrator, whose id is fixed: of two starts at once one gets no row. Index: staff_pk.
INSERT INTO staff (staff_id, login, name, role, district_codes, created_at)
SELECT $1, $2, $3, $4, $5, $6
WHERE NOT EXISTS (SELECT FROM staff WHERE role = 'ADMIN')
ON CONFLICT DO NOTHING
