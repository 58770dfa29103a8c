-- Cases of day $1 about its money that nobody has resolved, by kind. Index: recon_case_unresolved_ix.
SELECT kind, count(*) AS cases FROM recon_case WHERE period = $1 AND status <> 'RESOLVED' AND kind <> 'CODE_TAMPERED'
GROUP BY kind
