-- Ends merchant $1's invitations that nobody used in time, so that their places are free. Index: listener_phone_slot_uq.
UPDATE listener_phone SET ended_at = $2, link_hash = NULL, code_hash = NULL
WHERE merchant_id = $1 AND ended_at IS NULL AND paired_at IS NULL AND invited_until <= $2
