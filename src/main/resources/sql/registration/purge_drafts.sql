-- Deletes some drafts whose life has ended, leaving those that another run has locked. Index: registration_draft_expires_ix.
DELETE FROM registration_draft
WHERE draft_id IN (
    SELECT draft_id FROM registration_draft WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
