-- Reads what an alarm of the merchant's own read, as long as it is kept. Indexes: self_check_pk, self_check_payload_pk.
SELECT p.payload
FROM self_check c
JOIN self_check_payload p ON p.check_id = c.check_id
WHERE c.check_id = $1 AND c.merchant_id = $2
