-- Payments and lines of day $1 that differ, the largest first, at most $2, each with the case that explains it,
-- resolved or not; see day_compared (V016). Index: payment_business_date_bx, statement_line_payment_uq, recon_case_payment_ix.
SELECT d.bank_bin, right(d.account_number, 4) AS account_end, d.payment_id, d.statement_id, d.line_no,
       d.payment_vnd::text AS payment_vnd, d.line_vnd::text AS line_vnd, d.difference_vnd::text AS difference_vnd,
       c.case_id, c.kind, c.status
FROM (
    SELECT * FROM day_compared($1, 9223372036854775807)
    WHERE difference_vnd <> 0 ORDER BY abs(difference_vnd) DESC, payment_id, statement_id, line_no LIMIT $2
) d
LEFT JOIN LATERAL (
    SELECT r.case_id, r.kind, r.status FROM recon_case r
    WHERE r.payment_id = d.payment_id AND r.kind IN ('MISSING_IN_STATEMENT', 'AMOUNT_MISMATCH')
       OR d.payment_id IS NULL AND r.kind = 'STATEMENT_AMBIGUOUS' AND r.period = $1
          AND r.evidence ->> 'accountNumber' = d.account_number AND r.evidence ->> 'line' = d.line_no::text
    ORDER BY r.status = 'RESOLVED', r.opened_at LIMIT 1
) c ON true
ORDER BY abs(d.difference_vnd) DESC, d.payment_id, d.statement_id, d.line_no
