-- Reads its owner's draft and holds it until COMMIT: of two that send it, the second sees what the first made of it.
-- Index: registration_draft_secret_uq or registration_draft_pk.
SELECT draft_id, answers, reached, merchant_id, updated_at
FROM registration_draft
WHERE (secret_hash = $1::bytea OR draft_id = $2::uuid AND assisted_by = $3::uuid) AND expires_at > $4
FOR UPDATE
