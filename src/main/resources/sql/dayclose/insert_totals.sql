-- Counts what the seal of day $1 holds: facts of the day itself below horizon $2, and of earlier days those that came
-- between the horizon $3 of the seal before and $2. Index: payment_business_date_bx, payment_recorded_xid_ix,
-- payment_fact_recorded_xid_ix. A day of a million payments takes seconds.
INSERT INTO day_seal_total (business_date, part_date, bank_bin, account_number, measure, facts, amount_vnd, facts_hash)
SELECT $1, business_date, bank_bin, account_number, measure, count(*), sum(amount_vnd),
       encode(sha256(string_agg(fact_hash, ''::bytea ORDER BY fact_hash)), 'hex')
FROM (
    SELECT business_date, bank_bin, account_number, measure, amount_vnd,
           sha256(convert_to(fact_text, 'UTF8')) AS fact_hash
    FROM day_fact
    WHERE recorded_xid < $2 AND (business_date = $1 OR (business_date < $1 AND recorded_xid >= $3))
) fact
GROUP BY business_date, bank_bin, account_number, measure
