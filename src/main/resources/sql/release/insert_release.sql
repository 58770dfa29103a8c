-- Keeps a draft. Index: release_attempt_uq.
INSERT INTO release (release_id, month, revision, attempt, drafted_at, drafted_by, reasons, metric_version, content_hash,
    notes, corrects_act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
