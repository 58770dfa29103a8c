-- Lines that wait although the import of their file has ended, or that are decided, too; for checks only. Index:
-- statement_line_pk.
SELECT count(*) OVER () AS offenders, w.statement_id || ' ' || w.line_no AS offender
FROM statement_line_pending w
LEFT JOIN statement_upload u ON u.upload_id = w.upload_id
LEFT JOIN statement_line l ON l.statement_id = w.statement_id AND l.line_no = w.line_no
WHERE u.upload_id IS NULL OR u.status = 'IMPORTED' OR l.line_no IS NOT NULL
LIMIT 10
