-- Counts what is wrong with money as it was told, as of $1: things of the whole city. Which bank told of payments on which
-- day stands in the days' figures; payments are looked through only for days that have none yet. Index:
-- recon_case_open_ix, figure_period_ix, figure_day_pk, payment_business_date_bx, day_seal_pk.
WITH told AS (
    SELECT substr(f.scope_id, length('bank-') + 1) AS bank_code, f.period_start AS business_date
    FROM figure f
    WHERE f.interval = 'DAY' AND f.period_start >= $1::date - 14 AND f.period_start < $1::date
        AND f.scope_id LIKE 'bank-%' AND (f.measures ->> 'received')::bigint > 0
    UNION
    SELECT p.bank_code, p.business_date
    FROM payment p
    WHERE p.business_date = ANY (ARRAY (
        SELECT $1::date - back
        FROM generate_series(1, 14) AS back
        WHERE NOT EXISTS (
            SELECT FROM figure_day d WHERE d.business_date = $1::date - back AND d.computed_at IS NOT NULL)))
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
