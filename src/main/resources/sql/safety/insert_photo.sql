-- Keeps the photo of a report under the next number of its case, which is held. Index: safety_photo_pk.
INSERT INTO safety_photo (report_id, case_id, number, jpeg, width_px, height_px)
SELECT $1, $2, COALESCE(max(number), 0) + 1, $3, $4, $5 FROM safety_photo WHERE case_id = $2
