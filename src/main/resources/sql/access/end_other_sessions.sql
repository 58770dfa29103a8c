-- Ends all of somebody's live sessions but the one that asks. Index: session_subject_ix.
DELETE FROM session WHERE subject_id = $1 AND token_hash <> $2 AND expires_at > $3
