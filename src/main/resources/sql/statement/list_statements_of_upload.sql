-- The statements of an upload, those that do not add up first. Index: statement_upload_ix.
SELECT account_number, reference, kind, sequence, period_from, period_to, opening_vnd, closing_vnd, credits_vnd,
       debits_vnd, told_lines, status
FROM statement
WHERE upload_id = $1
ORDER BY status <> 'UNBALANCED', account_number, reference
LIMIT $2
