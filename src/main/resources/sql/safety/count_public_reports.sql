-- Counts the reports of a day by people without a session. Index: safety_report_public_ix.
SELECT count(*) AS reports FROM safety_report WHERE reporter = 'PUBLIC' AND business_date = $1
