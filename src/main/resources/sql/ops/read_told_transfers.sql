-- Transfers of which more than one thing was told, fact by fact, and how often the amount of each is there by what stands in
-- the database. A reversal that names its original is told of the original's transfer. Reads all payments, for checks
-- only. Indexes: payment_key_pk, payment_reversal_pk.
WITH fact AS (
    SELECT p.payment_id, p.bank_code, p.bank_reference, p.direction, p.reversal_of, p.source, p.twin_of, p.amount_vnd,
           concat_ws(' ', COALESCE(b.bin, p.bank_code), p.account_number, p.amount_vnd,
               CASE WHEN o.payment_id IS NOT NULL THEN COALESCE(o.bank_trace, o.bank_code || '/' || o.bank_reference)
                    ELSE COALESCE(p.bank_trace, p.bank_code || '/' || p.bank_reference) END) AS transfer,
           p.direction = 'CREDIT' AND p.twin_of IS NULL AND NOT EXISTS (
             SELECT FROM payment_reversal v
             WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
               AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd) AS live
    FROM payment p
    LEFT JOIN bank b ON b.bank_code = p.bank_code
    LEFT JOIN payment_key k ON k.bank_code = p.bank_code AND k.bank_reference = p.reversal_of
    LEFT JOIN payment o ON o.payment_id = k.payment_id AND o.direction = 'CREDIT'
                       AND o.account_number = p.account_number AND o.amount_vnd = p.amount_vnd
    WHERE p.direction = 'CREDIT' OR o.payment_id IS NOT NULL OR (p.reversal_of IS NULL AND p.bank_trace IS NOT NULL)
), many AS (
    SELECT transfer, count(*) FILTER (WHERE live) AS live FROM fact GROUP BY transfer HAVING count(*) > 1
)
SELECT f.transfer, f.bank_code, f.bank_reference, f.direction, f.reversal_of, f.source, f.amount_vnd, m.live
FROM many m
JOIN fact f USING (transfer)
ORDER BY f.transfer
