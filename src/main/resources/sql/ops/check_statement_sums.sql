-- Statements whose sums are not those of their lines; reads all, for checks only. Index: none.
SELECT count(*) OVER () AS offenders, s.statement_id || ' ' || s.told_lines AS offender
FROM statement s
LEFT JOIN LATERAL (
    SELECT count(*) AS told, COALESCE(sum(t.amount_vnd) FILTER (WHERE t.direction = 'CREDIT'), 0) AS credits,
           COALESCE(sum(t.amount_vnd) FILTER (WHERE t.direction = 'DEBIT'), 0) AS debits
    FROM (SELECT direction, amount_vnd FROM statement_line WHERE statement_id = s.statement_id
          UNION ALL
          SELECT direction, amount_vnd FROM statement_line_pending WHERE statement_id = s.statement_id) t) l ON true
LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE result = 'MATCHED') AS matched,
           count(*) FILTER (WHERE result = 'RECOVERED') AS recovered,
           count(*) FILTER (WHERE result = 'AMOUNT_MISMATCH') AS amount_mismatch,
           count(*) FILTER (WHERE result = 'AMBIGUOUS') AS ambiguous,
           count(*) FILTER (WHERE result = 'DUPLICATE') AS duplicates
    FROM statement_line WHERE statement_id = s.statement_id) r ON true
WHERE (s.told_lines, s.credits_vnd, s.debits_vnd) IS DISTINCT FROM (l.told, l.credits, l.debits)
   OR (s.matched, s.recovered, s.amount_mismatch, s.ambiguous, s.duplicates)
      IS DISTINCT FROM (r.matched, r.recovered, r.amount_mismatch, r.ambiguous, r.duplicates)
LIMIT 10
