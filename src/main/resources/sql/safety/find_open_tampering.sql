-- Holds the case of a place that nobody has resolved until COMMIT, so that it does not end under a report. $1: the
-- fingerprint of the place; its later cases of one day end in #2, #3 … Index: recon_case_unresolved_ix.
SELECT case_id, fingerprint, period
FROM recon_case
WHERE kind = 'CODE_TAMPERED' AND status <> 'RESOLVED' AND (fingerprint = $1 OR fingerprint LIKE $2)
ORDER BY case_id
LIMIT 1
FOR NO KEY UPDATE
