-- What is wrong with the statements of day $1, by rule: a file is being read (of any day), one does not balance, or
-- there is none for an account on which callbacks of transactions below $2 told money. How many, a hash, examples.
-- Index: statement_upload_undone_ix, statement_period_ix, payment_business_date_bx.
SELECT trouble, count(*) AS found,
       encode(sha256(convert_to(string_agg(
           array_to_json(ARRAY[bank_bin, account_number, statement])::text, chr(10)
           ORDER BY bank_bin COLLATE "C", account_number COLLATE "C", statement COLLATE "C"), 'UTF8')), 'hex') AS hash,
       to_jsonb((array_agg(jsonb_build_object('bankBin', bank_bin, 'accountEnd', right(account_number, 4),
           'statement', statement) ORDER BY bank_bin, account_number, statement))[1:10]) AS examples
FROM (
    SELECT 'IMPORT_RUNNING' AS trouble, b.bin AS bank_bin, '' AS account_number, encode(u.sha256, 'hex') AS statement
    FROM statement_upload u JOIN bank b USING (bank_code) WHERE u.status IN ('RECEIVED', 'IMPORTING')
    UNION ALL
    SELECT 'STATEMENT_UNBALANCED', b.bin, s.account_number, s.reference
    FROM statement s JOIN bank b USING (bank_code)
    WHERE s.status = 'UNBALANCED'
      AND ($1 BETWEEN s.period_from AND s.period_to OR s.period_to IS NULL AND EXISTS (
          SELECT FROM statement_line l WHERE l.statement_id = s.statement_id AND l.business_date = $1))
    UNION ALL
    SELECT DISTINCT 'STATEMENT_MISSING', f.bank_bin, f.account_number, ''
    FROM day_fact f
    LEFT JOIN day_covered($1) c USING (bank_bin, account_number)
    WHERE f.business_date = $1 AND f.recorded_xid < $2 AND f.measure LIKE 'CALLBACK_%' AND c.bank_bin IS NULL
) found
GROUP BY trouble
