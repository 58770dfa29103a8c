-- Payments whose business day is not the day of their booking in Vietnam; reads all, for checks only. Index: none.
SELECT count(*) OVER () AS offenders, p.payment_id || ' ' || p.business_date AS offender
FROM payment p
WHERE p.business_date <> (p.booked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
LIMIT 10
