-- What was counted on each account on day $1, apart what came after the day's seal (transactions from $2 on): accounts
-- after bank $3 and number $4, at most $5. Index: payment_business_date_bx.
WITH page AS (
    SELECT bank_bin COLLATE "C" AS bank_bin, account_number COLLATE "C" AS account_number
    FROM day_fact
    WHERE business_date = $1 AND (bank_bin COLLATE "C", account_number COLLATE "C") > ($3, $4)
    GROUP BY 1, 2 ORDER BY 1, 2 LIMIT $5
)
SELECT p.bank_bin, p.account_number, f.measure, f.recorded_xid >= $2 AS late, count(*) AS facts,
       sum(f.amount_vnd)::text AS amount_vnd
FROM page p
JOIN day_fact f ON f.business_date = $1 AND f.bank_bin = p.bank_bin AND f.account_number = p.account_number
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2
