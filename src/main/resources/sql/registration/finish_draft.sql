-- Keeps what became of a locked draft and forgets its answers; only the first does. Index: registration_draft_pk; guarded
-- by registration_draft_merchant_uq.
UPDATE registration_draft
SET merchant_id = $2, answers = '{}', resume_hash = NULL, resume_until = NULL, updated_at = $3, expires_at = $4
WHERE draft_id = $1 AND merchant_id IS NULL
