-- Tells whether there is any administrator. Index: none; staff are some hundreds.
SELECT 1 FROM staff WHERE role = 'ADMIN' LIMIT 1
