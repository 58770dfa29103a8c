-- Holds a member of staff until COMMIT. Index: staff_pk.
SELECT version FROM staff WHERE staff_id = $1 FOR UPDATE
