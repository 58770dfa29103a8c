-- Counts the cases of a place on a day, all of them resolved where this is asked. Index: recon_case_identity_uq.
SELECT count(*) AS cases
FROM recon_case
WHERE kind = 'CODE_TAMPERED' AND period = $3 AND (fingerprint = $1 OR fingerprint LIKE $2)
