-- Ends merchant $2's phone, or its invitation. Index: listener_phone_pk.
UPDATE listener_phone SET ended_at = $3, link_hash = NULL, code_hash = NULL
WHERE listener_phone_id = $1 AND merchant_id = $2 AND ended_at IS NULL
