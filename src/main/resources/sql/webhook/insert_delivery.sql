-- Makes a delivery due at once, also when the clock that says $10 is ahead and is set right next. An event that an endpoint
-- has already is a fault, not a repeat to pass over. Index: webhook_delivery_event_uq, webhook_delivery_sequence_uq.
INSERT INTO webhook_delivery (delivery_id, endpoint_id, sequence, event_id, event_type, event_xid, event_key, payment_id,
                              payload, next_attempt_at, give_up_at, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, LEAST($10, now()), $11, $10)
