-- Ends the sessions of phones that hear a merchant's payments; $2 is the moment. Index: session_subject_ix.
DELETE FROM session s
USING listener_phone p
WHERE p.merchant_id = $1 AND s.subject_id = p.listener_phone_id AND s.role = 'LISTENER' AND s.created_at <= $2::timestamptz
