-- Where somebody is logged in as a merchant; the secrets are left out. Index: session_subject_ix.
SELECT session_id AS "sessionId", device, created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt"
FROM session
WHERE subject_id = $1
ORDER BY created_at, session_id
