-- Puts answers over older ones in its owner's draft, unless it was sent. Index: registration_draft_secret_uq or
-- registration_draft_pk.
UPDATE registration_draft
SET answers = answers || $5::jsonb, reached = greatest(reached, $6), updated_at = $4, expires_at = $7
WHERE (secret_hash = $1::bytea OR draft_id = $2::uuid AND assisted_by = $3::uuid) AND expires_at > $4 AND merchant_id IS NULL
