-- Notes that these phones listen at $2, and lets their sessions live until $3. Indexes: listener_phone_pk,
-- session_subject_ix.
WITH heard AS (
    UPDATE listener_phone SET last_heard_at = $2 WHERE listener_phone_id = ANY ($1) AND ended_at IS NULL
    RETURNING listener_phone_id
)
UPDATE session s SET expires_at = $3
FROM heard h
WHERE s.subject_id = h.listener_phone_id AND s.role = 'LISTENER'
