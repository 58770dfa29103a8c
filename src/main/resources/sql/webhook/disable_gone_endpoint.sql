-- Switches off an endpoint whose receiver says that it is gone for good. Index: webhook_endpoint_pk.
UPDATE webhook_endpoint
SET disabled_reason = 'GONE', updated_at = $2, version = version + 1,
    changed_xid = pg_current_xact_id()::text::bigint
WHERE endpoint_id = $1 AND disabled_reason IS NULL AND deleted_at IS NULL
