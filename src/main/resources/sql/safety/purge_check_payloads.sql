-- Forgets what alarms read once its time is over, at most $2 rows. Index: self_check_payload_keep_ix.
DELETE FROM self_check_payload
WHERE check_id IN (
    SELECT check_id FROM self_check_payload WHERE keep_until < $1 ORDER BY keep_until LIMIT $2 FOR UPDATE SKIP LOCKED)
