-- Green checks of a code that is another merchant's or hangs elsewhere, and checks of another day than
-- their moment's; for checks only. Index: qr_code_pk.
SELECT count(*) OVER () AS offenders, c.check_id || ' ' || c.verdict AS offender
FROM self_check c
LEFT JOIN qr_code q ON q.qr_id = c.qr_id
WHERE (c.qr_id IS NOT NULL AND (q.merchant_id <> c.merchant_id OR q.outlet_id IS DISTINCT FROM c.outlet_id))
   OR c.business_date <> (c.checked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
LIMIT 10
