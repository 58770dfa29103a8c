-- Holds the requests that a decision about a case may touch, in the order of their ids as the writer of payments does:
-- the one it names ($2), its payment's, and that of the proposal that waits. Index: payment_request_pk.
SELECT r.payment_request_id
FROM payment_request r
WHERE r.payment_request_id IN (
    SELECT $2::uuid
    UNION ALL
    SELECT p.payment_request_id FROM recon_case c JOIN payment p ON p.payment_id = c.payment_id WHERE c.case_id = $1
    UNION ALL
    SELECT n.payment_request_id FROM recon_case c CROSS JOIN LATERAL payment_assignment(c.payment_id) n WHERE c.case_id = $1
    UNION ALL
    SELECT a.payment_request_id FROM recon_case c JOIN case_act a ON a.act_id = c.pending_act_id WHERE c.case_id = $1)
ORDER BY r.payment_request_id
FOR NO KEY UPDATE OF r
