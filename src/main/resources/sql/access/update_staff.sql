-- Changes name, role and districts of a member of staff who was held. Index: staff_pk; guarded by
-- staff_changed_by_another and staff_administrator_left.
UPDATE staff
SET name = $2, role = $3, district_codes = $4, version = version + 1, changed_at = $5, changed_by = $6
WHERE staff_id = $1
