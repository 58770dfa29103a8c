-- Where a merchant stood with the city, step by step; of staff the role is told. Index: merchant_transition_pk.
SELECT from_status AS "fromStatus", to_status AS "toStatus", recorded_at AS "recordedAt", actor_role AS "actorRole", reason
FROM merchant_transition
WHERE merchant_id = $1
ORDER BY sequence
