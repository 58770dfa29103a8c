-- Which statements these are, and of which upload. Index: statement_identity_uq.
SELECT s.statement_id, s.upload_id, s.account_number, s.reference
FROM unnest($2::text[], $3::text[]) AS t (account_number, reference)
JOIN statement s ON s.bank_code = $1 AND s.account_number = t.account_number AND s.reference = t.reference
