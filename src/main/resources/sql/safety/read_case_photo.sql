-- Reads one photo of a case. Index: safety_photo_pk.
SELECT jpeg FROM safety_photo WHERE case_id = $1 AND number = $2
