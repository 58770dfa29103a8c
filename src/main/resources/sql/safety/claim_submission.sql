-- Claims a form; no row where it was sent before. Of many at once one wins, and the others wait until it is decided.
-- Index: safety_submission_pk.
INSERT INTO safety_submission (submission_key, report_id, merchant_id)
VALUES ($1, $2, $3)
ON CONFLICT ON CONSTRAINT safety_submission_pk DO NOTHING
