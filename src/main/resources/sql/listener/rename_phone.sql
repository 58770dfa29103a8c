-- Renames merchant $2's phone. Index: listener_phone_pk.
UPDATE listener_phone SET name = $3 WHERE listener_phone_id = $1 AND merchant_id = $2 AND ended_at IS NULL
