-- Adds to the audit log that somebody looked at something, unless a look since $10 is there. Index:
-- audit_entry_subject_ix.
INSERT INTO audit_entry (audit_entry_id, recorded_at, actor_id, actor_role, action, subject_kind, subject_id,
    request_id,
    details)
SELECT $1::uuid, $2::timestamptz, $3::uuid, $4::text, $5::text, $6::text, $7::text, $8::text, $9::jsonb
WHERE NOT EXISTS (
    SELECT FROM audit_entry
    WHERE subject_kind = $6 AND subject_id = $7 AND recorded_at > $10 AND actor_id = $3 AND action = $5)
