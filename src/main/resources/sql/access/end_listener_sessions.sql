-- Ends the sessions of a phone. Index: session_subject_ix.
DELETE FROM session WHERE subject_id = $1 AND role = 'LISTENER'
