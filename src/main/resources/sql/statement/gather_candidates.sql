-- Gathers the payments that the waiting lines of an upload may be about: of their accounts and days, counted, and not
-- told by this upload. Indexes: statement_line_pending_order_ix, payment_merchant_ix, payment_unowned_ix,
-- statement_line_payment_uq.
INSERT INTO statement_candidate (upload_id, account_number, amount_vnd, direction, payment_id)
SELECT $1, p.account_number, p.amount_vnd, p.direction, p.payment_id
FROM (SELECT account_number, min(business_date) - 1 AS day_from, max(business_date) + 1 AS day_to
      FROM statement_line_pending WHERE upload_id = $1 GROUP BY account_number) w
LEFT JOIN merchant_account a ON a.bank_bin = $2 AND a.account_number = w.account_number
CROSS JOIN LATERAL (
    SELECT o.* FROM payment o
    WHERE o.merchant_id = a.merchant_id AND o.business_date BETWEEN w.day_from AND w.day_to
      AND o.account_number = w.account_number
    UNION ALL
    SELECT o.* FROM payment o
    WHERE o.merchant_id IS NULL AND o.account_number = w.account_number
      AND o.business_date BETWEEN w.day_from AND w.day_to) p
WHERE p.twin_of IS NULL
  AND NOT EXISTS (SELECT FROM statement_line l JOIN statement s ON s.statement_id = l.statement_id
                  WHERE l.payment_id = p.payment_id AND l.result IN ('MATCHED', 'RECOVERED') AND s.upload_id = $1)
ON CONFLICT ON CONSTRAINT statement_candidate_pk DO NOTHING
