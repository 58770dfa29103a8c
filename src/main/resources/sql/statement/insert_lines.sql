-- Keeps decided lines and counts their results. Indexes: statement_line_pk, statement_line_payment_uq, statement_pk.
WITH kept AS (
    INSERT INTO statement_line
        (statement_id, line_no, account_number, bank_trace, tx_id, direction, is_reversal, amount_vnd, booked_at,
         is_exact, business_date, memo, payer_reference, payer_name, payer_account, balance_vnd, result, payment_id)
    SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[],
                         $8::bigint[], $9::timestamptz[], $10::boolean[], $11::date[], $12::text[], $13::text[],
                         $14::text[], $15::text[], $16::bigint[], $17::text[], $18::uuid[])
    RETURNING statement_id, result),
counted AS (
    SELECT statement_id,
           count(*) FILTER (WHERE result = 'MATCHED') AS matched,
           count(*) FILTER (WHERE result = 'RECOVERED') AS recovered,
           count(*) FILTER (WHERE result = 'AMOUNT_MISMATCH') AS amount_mismatch,
           count(*) FILTER (WHERE result = 'AMBIGUOUS') AS ambiguous,
           count(*) FILTER (WHERE result = 'DUPLICATE') AS duplicates
    FROM kept
    GROUP BY statement_id)
UPDATE statement s
SET matched = s.matched + c.matched, recovered = s.recovered + c.recovered,
    amount_mismatch = s.amount_mismatch + c.amount_mismatch, ambiguous = s.ambiguous + c.ambiguous,
    duplicates = s.duplicates + c.duplicates
FROM counted c
WHERE s.statement_id = c.statement_id
