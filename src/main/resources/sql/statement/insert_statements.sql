-- Keeps statements that are not known by bank, account and reference. Index: statement_identity_uq.
INSERT INTO statement (statement_id, upload_id, bank_code, account_number, reference, kind, sequence, period_from, period_to)
SELECT statement_id, $1, $2, account_number, reference, kind, sequence, period_from, period_to
FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::date[], $9::date[])
     AS t (statement_id, account_number, reference, kind, sequence, period_from, period_to)
ORDER BY account_number, reference
ON CONFLICT ON CONSTRAINT statement_identity_uq DO NOTHING
