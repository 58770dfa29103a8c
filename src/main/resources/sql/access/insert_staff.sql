-- Adds a member of staff unless the login is taken, which shows as no row. Index: staff_login_uq.
INSERT INTO staff (staff_id, login, name, role, district_codes, created_at, created_by)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT ON CONSTRAINT staff_login_uq DO NOTHING
