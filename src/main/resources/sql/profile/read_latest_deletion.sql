-- Reads a merchant's last wish to be forgotten. Indexes: deletion_request_merchant_ix, deletion_act_proposed_once_uq.
SELECT r.deletion_id, r.merchant_id, r.status, r.reason, r.requested_at, r.due_at, r.ended_at,
       p.act_id, p.actor_id, p.acted_at, p.note
FROM deletion_request r
LEFT JOIN deletion_act p ON p.deletion_id = r.deletion_id AND p.act = 'PROPOSE'
WHERE r.merchant_id = $1
ORDER BY r.deletion_id DESC
LIMIT 1
