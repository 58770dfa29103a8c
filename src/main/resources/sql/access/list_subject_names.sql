-- Reads names of merchants and staff that the audit log tells of. Indexes: merchant_pk, staff_pk.
SELECT merchant_id AS subject_id, display_name AS name FROM merchant WHERE merchant_id = ANY ($1)
UNION ALL
SELECT staff_id, name FROM staff WHERE staff_id = ANY ($1)
