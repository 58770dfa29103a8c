-- Lists a helper's drafts that were not sent, the newest first. Index: registration_draft_assisted_by_ix backwards.
SELECT draft_id, answers, reached, merchant_id, updated_at
FROM registration_draft
WHERE assisted_by = $1 AND merchant_id IS NULL AND expires_at > $2
ORDER BY draft_id DESC
LIMIT $3
