-- Lets a draft be taken over by whoever knows a code; the last one is not good any more. Index:
-- registration_draft_secret_uq or registration_draft_pk.
UPDATE registration_draft SET resume_hash = $5, resume_until = $6
WHERE (secret_hash = $1::bytea OR draft_id = $2::uuid AND assisted_by = $3::uuid) AND expires_at > $4 AND merchant_id IS NULL
