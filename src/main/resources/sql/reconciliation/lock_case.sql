-- Holds a case until COMMIT, so that decisions about it follow each other. Index: recon_case_pk.
SELECT case_id FROM recon_case WHERE case_id = $1 FOR NO KEY UPDATE
