-- Closes cases whose trouble went away; locks them in the order of their ids. Index: recon_case_unresolved_ix.
WITH solved AS (
    SELECT c.case_id, c.pending_act_id, c.pending_actor_id
    FROM unnest($1::text[], $2::text[]) AS t (kind, fingerprint)
    JOIN recon_case c ON c.kind = t.kind AND c.fingerprint = t.fingerprint AND c.status <> 'RESOLVED'
    ORDER BY c.case_id
    FOR NO KEY UPDATE OF c)
UPDATE recon_case c
SET status = 'RESOLVED', resolution = 'AUTO', resolved_at = $3, version = c.version + 1,
    pending_act_id = NULL, pending_actor_id = NULL
FROM solved s
WHERE c.case_id = s.case_id
RETURNING c.case_id, c.kind, c.fingerprint, s.pending_act_id, s.pending_actor_id
