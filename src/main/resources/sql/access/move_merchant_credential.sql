-- Lets a merchant log in by its changed phone number. Index: credential_subject_ix; guarded by credential_pk.
UPDATE credential SET login = $2 WHERE subject_id = $1 AND subject_kind = 'MERCHANT'
