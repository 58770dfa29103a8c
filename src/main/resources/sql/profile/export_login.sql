-- How a merchant logs in; its password is known to nobody, and what it is checked against opens other things. Index:
-- credential_subject_ix.
SELECT login, created_at AS "createdAt", failures, locked_until AS "lockedUntil"
FROM credential
WHERE subject_id = $1
