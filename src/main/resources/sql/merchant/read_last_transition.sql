-- Reads a merchant's last step, so that its owner sees when and why. Index: merchant_transition_pk.
SELECT to_status, recorded_at, reason FROM merchant_transition WHERE merchant_id = $1 ORDER BY sequence DESC LIMIT 1
