-- Forgets why staff decided about a merchant, which may name people; that they did stays. $2 is the moment. Index:
-- merchant_transition_pk.
UPDATE merchant_transition SET reason = NULL WHERE merchant_id = $1 AND recorded_at <= $2::timestamptz
