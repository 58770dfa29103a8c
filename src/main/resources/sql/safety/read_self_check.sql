-- Reads a merchant's own check, by its id or by the attempt that made it, and the code it was of. Indexes: self_check_pk or
-- self_check_attempt_uq, qr_code_pk, outlet_pk, merchant_pk, self_check_payload_pk.
SELECT c.check_id, c.verdict, c.checked_at, c.business_date, c.qr_id, q.serial, q.label, o.name AS outlet_name,
       m.display_name, p.check_id IS NOT NULL AS keeps_payload
FROM self_check c
JOIN merchant m ON m.merchant_id = c.merchant_id
LEFT JOIN qr_code q ON q.qr_id = c.qr_id
LEFT JOIN outlet o ON o.outlet_id = c.outlet_id
LEFT JOIN self_check_payload p ON p.check_id = c.check_id
WHERE c.merchant_id = $1 AND (c.check_id = $2 OR c.attempt_key = $3)
