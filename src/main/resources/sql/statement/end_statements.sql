-- Keeps the balances of statements that were read to their end. Index: statement_pk.
UPDATE statement s
SET opening_vnd = t.opening_vnd, closing_vnd = t.closing_vnd
FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS t (statement_id, opening_vnd, closing_vnd)
WHERE s.statement_id = t.statement_id
