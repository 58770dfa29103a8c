-- Ends one of somebody's live sessions by its id; no row where it is none of his. Index: session_id_uq.
DELETE FROM session WHERE session_id = $1 AND subject_id = $2 AND expires_at > $3
