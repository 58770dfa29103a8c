-- Lists what the audit log says of a shop, the last first. Indexes: audit_entry_subject_ix backwards, staff_pk.
SELECT e.recorded_at, e.action, e.actor_role, e.reason, s.name AS actor_name
FROM audit_entry e
LEFT JOIN staff s ON s.staff_id = e.actor_id
WHERE e.subject_kind = 'MERCHANT' AND e.subject_id = $1
ORDER BY e.recorded_at DESC, e.audit_entry_id DESC
LIMIT 100
