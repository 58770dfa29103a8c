-- Statements that are called balanced or not against their own balances; for checks only. Index: none.
SELECT count(*) OVER () AS offenders, statement_id || ' ' || status AS offender
FROM statement
WHERE status IN ('BALANCED', 'UNBALANCED', 'CORRECTED')
  AND COALESCE(opening_vnd + credits_vnd - debits_vnd = closing_vnd, status <> 'BALANCED') <> (status = 'BALANCED')
LIMIT 10
