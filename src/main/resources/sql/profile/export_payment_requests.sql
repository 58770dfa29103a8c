-- What a merchant asked payers for. Indexes: outlet_merchant_ix, payment_request_outlet_ix.
SELECT q.payment_request_id AS "paymentRequestId", q.outlet_id AS "outletId", q.account_id AS "accountId", q.reference,
       q.serial, q.payload, q.amount_vnd AS "amountVnd", q.description, q.order_ref AS "orderRef",
       q.created_at AS "createdAt", q.expires_at AS "expiresAt", q.cancelled_at AS "cancelledAt",
       q.expired_at AS "expiredAt", q.amount_tolerance_vnd AS "amountToleranceVnd"
FROM outlet o
JOIN payment_request q ON q.outlet_id = o.outlet_id
WHERE o.merchant_id = $1
ORDER BY q.payment_request_id
