-- Payments whose key is missing or is another payment's; reads all payments, for checks only. Index: payment_key_pk.
SELECT count(*) OVER () AS offenders, p.bank_code || ' ' || p.bank_reference || ' ' || p.payment_id AS offender
FROM payment p
LEFT JOIN payment_key k ON k.bank_code = p.bank_code AND k.bank_reference = p.bank_reference
WHERE k.payment_id IS DISTINCT FROM p.payment_id
LIMIT 10
