-- Moves a case that is held; a proposal ($5, $6) waits only until the next step. Index: recon_case_pk.
UPDATE recon_case
SET status = $2, resolution = $3, resolved_at = $4, pending_act_id = $5, pending_actor_id = $6, version = version + 1
WHERE case_id = $1
