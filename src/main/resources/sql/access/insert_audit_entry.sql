-- Adds one entry to the audit log, in the transaction of what it tells of. Index: audit_entry_pk.
INSERT INTO audit_entry (audit_entry_id, recorded_at, actor_id, actor_role, action, subject_kind, subject_id, reason,
    request_id, details)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
