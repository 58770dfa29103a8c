-- Counts what is wrong with money as it was told, as of $1: things of the whole city. Index: recon_case_open_ix,
-- payment_business_date_bx, day_seal_pk.
WITH told AS (
    SELECT DISTINCT p.bank_code, p.business_date
    FROM payment p
    WHERE p.business_date >= $1::date - 14 AND p.business_date < $1::date
), first_open AS (
    SELECT GREATEST(
        (SELECT max(s.business_date) + 1 FROM day_seal s),
        (SELECT min(d.business_date) FROM outlet_day d)) AS day
)
SELECT
    (SELECT count(*) FROM recon_case c
        WHERE c.status IN ('OPEN', 'ACKNOWLEDGED') AND c.kind = 'UNMATCHED') AS unmatched_open,
    (SELECT count(*) FROM told t
        WHERE NOT EXISTS (
            SELECT FROM statement s
            WHERE s.bank_code = t.bank_code AND t.business_date BETWEEN s.period_from AND s.period_to))
        AS statements_missing,
    (SELECT COALESCE(GREATEST(0, $1::date - f.day), 0) FROM first_open f) AS days_unsealed
