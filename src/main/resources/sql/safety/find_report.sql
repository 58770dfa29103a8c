-- Finds the report that a form made, and whose it is. Index: safety_submission_pk.
SELECT report_id, merchant_id FROM safety_submission WHERE submission_key = $1
