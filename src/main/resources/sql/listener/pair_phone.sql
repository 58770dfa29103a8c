-- Pairs the phone behind a link, once and in time; the secrets are gone then. Index: listener_phone_link_uq.
UPDATE listener_phone SET paired_at = $2, last_heard_at = $2, link_hash = NULL, code_hash = NULL
WHERE link_hash = $1 AND invited_until > $2
RETURNING listener_phone_id, merchant_id
