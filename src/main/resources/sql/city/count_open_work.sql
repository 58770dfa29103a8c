-- Counts what waits for somebody: reports of pasted-over codes, and all other cases. Index: recon_case_unresolved_ix.
SELECT count(*) FILTER (WHERE kind = 'CODE_TAMPERED') AS reports, count(*) FILTER (WHERE kind <> 'CODE_TAMPERED') AS cases
FROM recon_case
WHERE status <> 'RESOLVED'
