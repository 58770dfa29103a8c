-- What a bank calls one transfer and was counted more than once; reads all payments, for checks only. Index: none.
SELECT count(*) OVER () AS offenders, p.bank_code || ' ' || p.bank_reference || ' ' || count(*) AS offender
FROM payment p
GROUP BY p.bank_code, p.bank_reference
HAVING count(*) > 1
LIMIT 10
