-- Statements of the days before $1 that were not swept on that day yet, for a week. Index: statement_period_ix.
SELECT statement_id, bank_code FROM statement
WHERE period_to BETWEEN $1::date - 8 AND $1::date - 1 AND kind <> 'CAMT054' AND status <> 'OPEN'
  AND (swept_on IS NULL OR swept_on < $1)
ORDER BY statement_id
LIMIT $2
