-- When a merchant looked at its own codes, and what it saw; what an alarm read is told as long as it is kept. Indexes:
-- self_check_merchant_ix, self_check_payload_pk.
SELECT k.check_id AS "checkId", k.outlet_id AS "outletId", k.qr_id AS "qrId", k.verdict, k.way,
       k.checked_at AS "checkedAt", k.business_date AS "businessDate", p.payload
FROM self_check k
LEFT JOIN self_check_payload p ON p.check_id = k.check_id
WHERE k.merchant_id = $1
ORDER BY k.business_date, k.check_id
