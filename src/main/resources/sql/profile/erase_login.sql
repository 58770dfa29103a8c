-- Forgets how a merchant logs in; $2 is the moment. Index: credential_subject_ix.
DELETE FROM credential WHERE subject_id = $1 AND created_at <= $2::timestamptz
