-- What the audit log says of a merchant, and what it did itself; of staff the role is told. Indexes: audit_entry_subject_ix,
-- audit_entry_merchant_ix.
SELECT e.recorded_at AS "recordedAt", e.actor_role AS "actorRole", e.action, e.subject_kind AS "subjectKind",
       e.subject_id AS "subjectId", e.reason, e.details
FROM audit_entry e
WHERE e.audit_entry_id IN (
    SELECT s.audit_entry_id FROM audit_entry s WHERE s.subject_kind = 'MERCHANT' AND s.subject_id = $2
    UNION
    SELECT d.audit_entry_id FROM audit_entry d WHERE d.actor_role = 'MERCHANT' AND d.actor_id = $1)
ORDER BY e.recorded_at, e.audit_entry_id
