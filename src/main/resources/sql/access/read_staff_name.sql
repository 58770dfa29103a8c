-- Reads what a member of staff is called. Index: staff_pk.
SELECT name FROM staff WHERE staff_id = $1
