-- Gives a merchant another password and forgets failures and locks. Index: credential_subject_ix.
UPDATE credential SET password_hash = $2, failures = 0, locked_until = NULL
WHERE subject_id = $1 AND subject_kind = 'MERCHANT'
