-- Payments that callbacks told and no statement does, of the account and period of statement $1; of the last day those
-- booked from 22:00 on only once the day after is over too ($2 is today). Without those that have a case.
-- Indexes: statement_pk, payment_merchant_ix, payment_unowned_ix, statement_line_payment_uq, recon_case_payment_ix.
SELECT p.payment_id, p.bank_code, p.bank_reference, p.amount_vnd, p.direction, p.booked_at, p.business_date,
       s.account_number, s.reference
FROM statement s
JOIN bank b ON b.bank_code = s.bank_code
LEFT JOIN merchant_account a ON a.bank_bin = b.bin AND a.account_number = s.account_number
CROSS JOIN LATERAL (
    SELECT o.* FROM payment o
    WHERE o.merchant_id = a.merchant_id AND o.business_date BETWEEN s.period_from AND s.period_to
      AND o.account_number = s.account_number
    UNION ALL
    SELECT o.* FROM payment o
    WHERE o.merchant_id IS NULL AND o.account_number = s.account_number
      AND o.business_date BETWEEN s.period_from AND s.period_to) p
JOIN bank t ON t.bank_code = p.bank_code AND t.bin = b.bin
WHERE s.statement_id = $1 AND p.source = 'CALLBACK' AND p.twin_of IS NULL
  AND (p.business_date < $2::date - 1 OR (p.booked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::time < '22:00')
  AND NOT EXISTS (SELECT FROM statement_line l
                  WHERE l.payment_id = p.payment_id AND l.result IN ('MATCHED', 'RECOVERED'))
  AND NOT EXISTS (SELECT FROM statement_line l JOIN payment w ON w.payment_id = l.payment_id
                  WHERE w.twin_of = p.payment_id AND l.result IN ('MATCHED', 'RECOVERED')
                    AND l.statement_id = s.statement_id)
  AND NOT EXISTS (SELECT FROM recon_case c
                  WHERE c.payment_id = p.payment_id AND c.kind IN ('MISSING_IN_STATEMENT', 'AMOUNT_MISMATCH'))
ORDER BY p.payment_id
LIMIT $3
