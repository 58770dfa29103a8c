-- Ends the access of a member of staff who was held. Index: staff_pk; guarded by staff_changed_by_another and
-- staff_administrator_left.
UPDATE staff SET ended_at = $2, version = version + 1, changed_at = $2, changed_by = $3 WHERE staff_id = $1
