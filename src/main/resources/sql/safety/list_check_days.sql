-- Lists what a merchant's checks of each day from $2 on came to. Index: self_check_merchant_ix.
SELECT business_date, bool_or(verdict = 'GREEN') AS green, bool_or(verdict = ANY ($3)) AS danger
FROM self_check
WHERE merchant_id = $1 AND business_date >= $2
GROUP BY business_date
