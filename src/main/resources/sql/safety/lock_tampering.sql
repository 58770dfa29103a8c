-- Holds the case that has this identity until COMMIT: photos are numbered one after the other. Index:
-- recon_case_identity_uq.
SELECT case_id
FROM recon_case
WHERE kind = 'CODE_TAMPERED' AND fingerprint = $1 AND period = $2
FOR NO KEY UPDATE
