-- Keeps how to reach who reported. Index: safety_contact_pk.
INSERT INTO safety_contact (report_id, contact) VALUES ($1, $2)
