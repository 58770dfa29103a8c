-- Keeps one step of a merchant's state: who, when, why. Index: merchant_transition_pk.
INSERT INTO merchant_transition (merchant_id, from_status, to_status, recorded_at, business_date, actor_id, actor_role,
                                 reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
