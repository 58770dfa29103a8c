-- Ends all of somebody's sessions. Index: session_subject_ix.
DELETE FROM session WHERE subject_id = $1
