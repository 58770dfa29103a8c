-- Keeps what the owner wants now. changed_xid: since when it is told what it is told now. joined_xid: what happened while it
-- was switched off is not made up for. Index: webhook_endpoint_pk.
UPDATE webhook_endpoint
SET url = $2, events = $3, disabled_reason = $4::text, updated_at = $5, version = version + 1,
    joined_xid = CASE WHEN disabled_reason IS NOT NULL AND $4::text IS NULL THEN pg_current_xact_id()::text::bigint
                      ELSE joined_xid END,
    changed_xid = CASE WHEN events = $3 AND disabled_reason IS NOT DISTINCT FROM $4::text THEN changed_xid
                       ELSE pg_current_xact_id()::text::bigint END
WHERE endpoint_id = $1
