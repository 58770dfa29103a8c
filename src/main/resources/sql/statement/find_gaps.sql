-- Numbers missing right before and right after the statements of an upload, at most $2 a statement; numbers before the
-- first statement known of an account are not missing. Indexes: statement_upload_ix, statement_account_ix.
SELECT DISTINCT s.account_number, s.kind, g.missing, COALESCE(s.period_to, $3::date) AS period
FROM statement s
CROSS JOIN LATERAL (
    SELECT (SELECT max(p.sequence) FROM statement p
            WHERE p.bank_code = s.bank_code AND p.account_number = s.account_number AND p.kind = s.kind
              AND p.sequence < s.sequence) AS before,
           (SELECT min(n.sequence) FROM statement n
            WHERE n.bank_code = s.bank_code AND n.account_number = s.account_number AND n.kind = s.kind
              AND n.sequence > s.sequence) AS after) e
CROSS JOIN LATERAL (
    SELECT generate_series(GREATEST(e.before + 1, s.sequence - $2), s.sequence - 1) AS missing
    WHERE e.before IS NOT NULL
    UNION
    SELECT generate_series(s.sequence + 1, LEAST(e.after - 1, s.sequence + $2))
    WHERE e.after IS NOT NULL) g
WHERE s.upload_id = $1 AND s.sequence IS NOT NULL
