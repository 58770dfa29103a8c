-- Which of these payments are told by another sender too, and which one counts. Index: payment_pk.
SELECT p.payment_id, p.twin_of, s.statement_id AS told_by
FROM payment p
LEFT JOIN statement_line s ON s.payment_id = COALESCE(p.twin_of, p.payment_id) AND s.result IN ('MATCHED', 'RECOVERED')
WHERE p.payment_id = ANY ($1)
