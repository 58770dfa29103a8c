-- What was done about them; of staff the role is told. Indexes: deletion_request_merchant_ix, deletion_act_request_ix.
SELECT a.deletion_id AS "deletionId", a.act, a.acted_at AS "actedAt", a.actor_role AS "actorRole", a.note
FROM deletion_request r
JOIN deletion_act a ON a.deletion_id = r.deletion_id
WHERE r.merchant_id = $1
ORDER BY a.act_id
