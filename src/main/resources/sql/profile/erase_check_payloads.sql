-- Forgets what alarms of a merchant's checks read; $2 is the moment. Index: self_check_merchant_ix, self_check_payload_pk.
DELETE FROM self_check_payload p
USING self_check k
WHERE k.merchant_id = $1 AND p.check_id = k.check_id AND k.checked_at <= $2::timestamptz
