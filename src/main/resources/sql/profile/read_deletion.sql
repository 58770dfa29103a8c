-- Reads a wish to be forgotten, its proposal and whose it is. Indexes: deletion_request_pk, deletion_act_proposed_once_uq,
-- merchant_pk, outlet_merchant_ix.
SELECT r.deletion_id, r.merchant_id, r.status, r.reason, r.requested_at, r.due_at, r.ended_at,
       p.act_id, p.actor_id, p.acted_at, p.note, m.display_name, m.status AS merchant_status,
       ARRAY(SELECT DISTINCT d.code
             FROM outlet o
             JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL
             JOIN place d ON d.place_id = l.district_place_id
             WHERE o.merchant_id = m.merchant_id
             ORDER BY d.code) AS district_codes
FROM deletion_request r
JOIN merchant m ON m.merchant_id = r.merchant_id
LEFT JOIN deletion_act p ON p.deletion_id = r.deletion_id AND p.act = 'PROPOSE'
WHERE r.deletion_id = $1
