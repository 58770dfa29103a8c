-- Lists every deed that the audit log knows, each by one step into the index. Index: audit_entry_action_ix.
WITH RECURSIVE known AS (
    (SELECT e.action FROM audit_entry e ORDER BY e.action LIMIT 1)
    UNION ALL
    SELECT (SELECT e.action FROM audit_entry e WHERE e.action > k.action ORDER BY e.action LIMIT 1)
    FROM known k
    WHERE k.action IS NOT NULL)
SELECT action FROM known WHERE action IS NOT NULL ORDER BY action
