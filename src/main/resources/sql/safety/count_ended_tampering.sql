-- Counts the cases of a place on a day that ended; one that another report opened meanwhile is not among them. Index:
-- recon_case_identity_uq.
SELECT count(*) AS cases
FROM recon_case
WHERE kind = 'CODE_TAMPERED' AND period = $3 AND status = 'RESOLVED' AND (fingerprint = $1 OR fingerprint LIKE $2)
