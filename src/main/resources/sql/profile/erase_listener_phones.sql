-- Ends a merchant's listening phones and forgets what they were called. Index: listener_phone_slot_uq for those that listen.
UPDATE listener_phone
SET name = 'Đã xoá', ended_at = COALESCE(ended_at, $2), link_hash = NULL, code_hash = NULL
WHERE merchant_id = $1
