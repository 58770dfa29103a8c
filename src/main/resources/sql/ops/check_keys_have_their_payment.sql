-- Keys without the payment they name; reads all keys, for checks only. Index: payment_pk.
SELECT count(*) OVER () AS offenders, k.bank_code || ' ' || k.bank_reference || ' ' || k.payment_id AS offender
FROM payment_key k
LEFT JOIN payment p ON p.payment_id = k.payment_id
WHERE p.payment_id IS NULL
LIMIT 10
