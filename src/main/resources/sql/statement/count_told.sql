-- Adds lines that were told to their statements' sums. Index: statement_pk.
UPDATE statement s
SET told_lines = s.told_lines + t.lines, credits_vnd = s.credits_vnd + t.credits_vnd,
    debits_vnd = s.debits_vnd + t.debits_vnd
FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[]) AS t (statement_id, lines, credits_vnd, debits_vnd)
WHERE s.statement_id = t.statement_id
