-- What a merchant's webhooks were told. Indexes: webhook_endpoint_merchant_ix, webhook_delivery_sequence_uq.
SELECT d.delivery_id AS "deliveryId", d.endpoint_id AS "endpointId", d.sequence, d.event_id AS "eventId",
       d.event_type AS "eventType", d.payment_id AS "paymentId", d.payload, d.status, d.attempts,
       d.created_at AS "createdAt", d.finished_at AS "finishedAt"
FROM webhook_endpoint e
JOIN webhook_delivery d ON d.endpoint_id = e.endpoint_id
WHERE e.merchant_id = $1
ORDER BY d.endpoint_id, d.sequence
