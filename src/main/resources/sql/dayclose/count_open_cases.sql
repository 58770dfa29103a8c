-- Cases of day $1 that nobody has resolved, by kind. Index: recon_case_unresolved_ix.
SELECT kind, count(*) AS cases FROM recon_case WHERE period = $1 AND status <> 'RESOLVED' GROUP BY kind
