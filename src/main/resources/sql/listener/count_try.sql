-- Counts one try at the codes of the merchant that logs in as $1, and gives those that may be tried still: at most $3
-- times each. The rows are taken in order, so that tries at once wait for each other. Indexes: credential_pk,
-- listener_phone_slot_uq.
WITH tried AS MATERIALIZED (
    SELECT p.listener_phone_id
    FROM credential c
    JOIN listener_phone p ON p.merchant_id = c.subject_id
    WHERE c.login = $1 AND c.subject_kind = 'MERCHANT' AND p.code_hash IS NOT NULL AND p.ended_at IS NULL
      AND p.invited_until > $2 AND p.code_tries < $3
    ORDER BY p.listener_phone_id
    FOR UPDATE OF p
)
UPDATE listener_phone p SET code_tries = p.code_tries + 1
FROM tried t
WHERE p.listener_phone_id = t.listener_phone_id AND p.code_tries < $3
RETURNING p.listener_phone_id, p.link_hash, p.code_hash
