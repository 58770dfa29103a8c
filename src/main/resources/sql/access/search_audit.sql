-- Searches the audit log between two moments, the last first, from a cursor ($8) on; a filter that is NULL does not filter.
-- $3: who; $4: role of whom; $5: deed; $6: done to what; $7: part of the reason. Indexes: audit_entry_recorded_ix,
-- audit_entry_actor_ix or audit_entry_action_ix backwards, staff_pk.
SELECT e.audit_entry_id, e.recorded_at, e.actor_role, s.name AS actor_name, s.login AS actor_login, e.action,
       e.subject_kind, e.subject_id, e.reason, e.request_id, e.details
FROM audit_entry e
LEFT JOIN staff s ON s.staff_id = e.actor_id
WHERE e.recorded_at >= $1 AND e.recorded_at < $2
  AND ($3::uuid IS NULL OR e.actor_id = $3)
  AND ($4::text IS NULL OR e.actor_role = $4)
  AND ($5::text IS NULL OR e.action = $5)
  AND ($6::text IS NULL OR e.subject_id = $6)
  AND ($7::text IS NULL OR e.reason ILIKE $7 ESCAPE '\')
  AND ($8::uuid IS NULL OR (e.recorded_at, e.audit_entry_id)
        < (SELECT b.recorded_at, b.audit_entry_id FROM audit_entry b WHERE b.audit_entry_id = $8))
ORDER BY e.recorded_at DESC, e.audit_entry_id DESC
LIMIT $9
