-- Of each bank: refused and repeated calls of day $1, cases of nobody's money that were open at its end, and their
-- median age in hours. Index: bank_day_tally_pk, recon_case_resolved_ix.
SELECT 'bank-' || b.bank_code AS scope_id, COALESCE(t.bad_signatures, 0) AS bad_signatures,
       COALESCE(t.duplicates, 0) AS duplicates, COALESCE(u.cases, 0) AS cases, u.hours_median
FROM bank b
LEFT JOIN bank_day_tally t ON t.bank_code = b.bank_code AND t.business_date = $1
LEFT JOIN (
    SELECT c.bank_code, count(*) AS cases,
           (percentile_disc(0.5) WITHIN GROUP (ORDER BY
               floor(extract(epoch FROM business_day_start($1::date + 1) - c.opened_at) / 3600)))::bigint
               AS hours_median
    FROM recon_case c
    WHERE c.kind = 'UNMATCHED' AND c.opened_at < business_day_start($1::date + 1)
      AND (c.resolved_at IS NULL OR c.resolved_at >= business_day_start($1::date + 1))
    GROUP BY 1) u ON u.bank_code = b.bank_code
