-- Gives a draft to another phone, once: the code is gone with it. Index: registration_draft_resume_uq.
UPDATE registration_draft
SET secret_hash = $2, assisted_by = NULL, resume_hash = NULL, resume_until = NULL, updated_at = $3
WHERE resume_hash = $1 AND resume_until > $3 AND expires_at > $3 AND merchant_id IS NULL
RETURNING draft_id
