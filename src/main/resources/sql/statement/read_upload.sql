-- An upload with the sums of its statements. missing: open cases about payments of their accounts and periods.
-- Indexes: statement_upload_pk, statement_upload_ix, recon_case_unresolved_ix.
SELECT u.upload_id, u.bank_code, u.format, u.size_bytes, u.status, u.received_at, u.finished_at, u.pass, u.lines_total,
       u.lines_done, u.repeated_lines, u.fault_place, u.fault_detail, s.*,
       (SELECT count(*) FROM recon_case c
        JOIN payment p ON p.payment_id = c.payment_id
        WHERE c.kind = 'MISSING_IN_STATEMENT' AND c.status <> 'RESOLVED'
          AND EXISTS (SELECT FROM statement t
                      WHERE t.upload_id = u.upload_id AND t.account_number = p.account_number AND t.kind <> 'CAMT054'
                        AND p.business_date BETWEEN t.period_from AND t.period_to)) AS missing
FROM statement_upload u
CROSS JOIN LATERAL (
    SELECT COALESCE(sum(told_lines), 0)::bigint AS lines, COALESCE(sum(matched), 0)::bigint AS matched,
           COALESCE(sum(recovered), 0)::bigint AS recovered,
           COALESCE(sum(amount_mismatch), 0)::bigint AS amount_mismatch,
           COALESCE(sum(ambiguous), 0)::bigint AS ambiguous, COALESCE(sum(duplicates), 0)::bigint AS duplicates
    FROM statement WHERE upload_id = u.upload_id) s
WHERE u.upload_id = $1
