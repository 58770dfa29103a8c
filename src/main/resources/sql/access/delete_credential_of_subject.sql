-- Takes somebody's way to log in away. Index: credential_subject_ix.
DELETE FROM credential WHERE subject_id = $1
