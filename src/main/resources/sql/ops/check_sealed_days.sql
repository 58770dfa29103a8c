-- Sealed totals that their facts do not give when counted again, each fact in the first seal whose horizon lies past it
-- and whose day is not before its own: no fact is in two seals or in none. Reads all facts, for checks only.
WITH counted AS (
    SELECT s.business_date, f.business_date AS part_date, f.bank_bin, f.account_number, f.measure, count(*) AS facts,
           sum(f.amount_vnd) AS amount_vnd,
           encode(sha256(string_agg(sha256(convert_to(f.fact_text, 'UTF8')), ''::bytea
               ORDER BY sha256(convert_to(f.fact_text, 'UTF8')))), 'hex') AS facts_hash
    FROM day_fact f
    CROSS JOIN LATERAL (
        SELECT d.business_date FROM day_seal d
        WHERE d.business_date >= f.business_date AND d.horizon_xid > f.recorded_xid
        ORDER BY d.business_date LIMIT 1) s
    WHERE EXISTS (SELECT FROM day_seal)
    GROUP BY 1, 2, 3, 4, 5
)
SELECT count(*) OVER () AS offenders,
       concat_ws(' ', business_date, part_date, bank_bin, account_number, measure) AS offender
FROM counted c
FULL JOIN day_seal_total t USING (business_date, part_date, bank_bin, account_number, measure)
WHERE (c.facts, c.amount_vnd, c.facts_hash) IS DISTINCT FROM (t.facts, t.amount_vnd, t.facts_hash)
LIMIT 10
