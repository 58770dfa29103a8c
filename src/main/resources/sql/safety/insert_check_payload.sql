-- Keeps for a while what an alarm read. Index: self_check_payload_pk.
INSERT INTO self_check_payload (check_id, payload, keep_until) VALUES ($1, $2, $3)
