-- Statements that did not add up and are told anew, adding up, by others of this upload. Indexes: statement_upload_ix,
-- statement_account_ix.
UPDATE statement o
SET status = 'CORRECTED'
FROM statement s
WHERE s.upload_id = $1 AND s.status = 'BALANCED'
  AND o.bank_code = s.bank_code AND o.account_number = s.account_number AND o.kind = s.kind
  AND o.period_from = s.period_from AND o.period_to = s.period_to AND o.status = 'UNBALANCED'
RETURNING o.account_number, o.reference, s.reference AS corrected_by
