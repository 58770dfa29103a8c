-- Ends every log-in of a merchant; $2 is the moment. Index: session_subject_ix.
DELETE FROM session WHERE subject_id = $1 AND created_at <= $2::timestamptz
