-- Payments without the raw delivery that told them, or of another bank's; for checks only. Index: delivery_pk.
SELECT count(*) OVER () AS offenders, p.payment_id || ' ' || coalesce(p.delivery_id::text, 'none') AS offender
FROM payment p
LEFT JOIN delivery d ON d.delivery_id = p.delivery_id
WHERE p.delivery_id IS NOT NULL AND (d.delivery_id IS NULL OR d.bank_code <> p.bank_code OR d.verdict <> 'RECORDED')
LIMIT 10
