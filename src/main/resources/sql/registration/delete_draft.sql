-- Throws its owner's draft away, unless it was sent. Index: registration_draft_secret_uq or registration_draft_pk.
DELETE FROM registration_draft
WHERE (secret_hash = $1::bytea OR draft_id = $2::uuid AND assisted_by = $3::uuid) AND expires_at > $4 AND merchant_id IS NULL
