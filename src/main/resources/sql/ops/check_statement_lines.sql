-- Lines that disagree with the payment they name in account, amount, direction or source; for checks only. Index:
-- payment_pk.
SELECT count(*) OVER () AS offenders, l.statement_id || ' ' || l.line_no || ' ' || l.result AS offender
FROM statement_line l
LEFT JOIN payment p ON p.payment_id = l.payment_id
WHERE l.payment_id IS NOT NULL
  AND (p.payment_id IS NULL OR p.account_number <> l.account_number
       OR l.result <> 'AMOUNT_MISMATCH' AND (p.amount_vnd, p.direction) IS DISTINCT FROM (l.amount_vnd, l.direction)
       OR l.result = 'AMOUNT_MISMATCH' AND (p.amount_vnd, p.direction) = (l.amount_vnd, l.direction)
       OR l.result = 'RECOVERED' AND p.source <> 'STATEMENT')
LIMIT 10
