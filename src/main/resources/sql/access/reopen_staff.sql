-- Notes that a member of staff who was held got another password, and has access again if it had ended. Index: staff_pk;
-- guarded by staff_changed_by_another.
UPDATE staff SET ended_at = NULL, version = version + 1, changed_at = $2, changed_by = $3 WHERE staff_id = $1
