-- Counts what is not resolved, by kind and state, and the oldest of each. Index: recon_case_unresolved_ix alone.
SELECT kind, status, count(*) AS cases, min(opened_at) AS oldest
FROM recon_case
WHERE status <> 'RESOLVED'
GROUP BY kind, status
