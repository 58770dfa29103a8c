-- Opens a draft of one phone ($2) or of one helper ($3). Index: registration_draft_pk.
INSERT INTO registration_draft (draft_id, secret_hash, assisted_by, answers, reached, created_at, updated_at, expires_at)
VALUES ($1, $2, $3, $4, $5, $6, $6, $7)
