-- Reads what somebody who is logged in confirms a step by. Index: credential_subject_ix.
SELECT login, password_hash, locked_until FROM credential WHERE subject_id = $1
