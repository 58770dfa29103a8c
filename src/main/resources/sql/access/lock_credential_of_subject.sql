-- Holds somebody's way to log in until COMMIT: log-ins wait here, and then see what was changed. Index: credential_subject_ix.
SELECT login FROM credential WHERE subject_id = $1 FOR UPDATE
