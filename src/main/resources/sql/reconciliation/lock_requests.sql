-- Holds the requests that a decision about a case may touch, in the order of their ids as the writer of payments does:
-- the one it names ($2), its payment's (of twins, the one that counts), and that of the proposal that waits. Index: payment_request_pk.
SELECT r.payment_request_id
FROM payment_request r
WHERE r.payment_request_id IN (
    SELECT $2::uuid
    UNION ALL
    SELECT unnest(ARRAY[p.payment_request_id, n.payment_request_id])
    FROM recon_case c
    JOIN payment t ON t.payment_id = c.payment_id
    JOIN payment p ON p.payment_id = COALESCE(t.twin_of, t.payment_id)
    LEFT JOIN LATERAL payment_assignment(p.payment_id) n ON true
    WHERE c.case_id = $1
    UNION ALL
    SELECT a.payment_request_id FROM recon_case c JOIN case_act a ON a.act_id = c.pending_act_id WHERE c.case_id = $1)
ORDER BY r.payment_request_id
FOR NO KEY UPDATE OF r
