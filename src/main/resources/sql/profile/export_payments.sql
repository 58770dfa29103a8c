-- A merchant's payments as its lists show them: those assigned to it included, those assigned away left out, payers masked.
-- Indexes: payment_merchant_ix, payment_fact_merchant_ix, payment_fact_assignment_uq, payment_reversal_pk.
SELECT p.payment_id AS "paymentId", p.bank_code AS "bankCode", p.bank_reference AS "bankReference", p.direction,
       p.amount_vnd AS "amountVnd", p.memo, p.account_number AS "creditedAccount", p.booked_at AS "bookedAt",
       p.received_at AS "receivedAt", p.recorded_at AS "recordedAt", p.business_date AS "businessDate",
       CASE WHEN a.outcome IS NULL THEN p.outcome ELSE a.outcome END AS outcome,
       CASE WHEN a.outcome IS NULL THEN p.outlet_id ELSE a.outlet_id END AS "outletId",
       CASE WHEN a.outcome IS NULL THEN p.qr_id ELSE a.qr_id END AS "qrId",
       CASE WHEN a.outcome IS NULL THEN p.payment_request_id ELSE a.payment_request_id END AS "paymentRequestId",
       COALESCE(a.sequence > 0, false) AS assigned,
       p.direction = 'CREDIT' AND EXISTS (
         SELECT FROM payment_reversal v
         WHERE v.bank_code = p.bank_code AND v.original_reference = p.bank_reference
           AND v.account_number = p.account_number AND v.amount_vnd = p.amount_vnd) AS reversed,
       CASE WHEN length(p.payer_account) > 4 THEN '••••' || right(p.payer_account, 4)
            WHEN p.payer_account IS NOT NULL THEN '••••' END AS "payerAccount",
       p.source, p.bank_trace AS "bankTrace", p.virtual_account AS "virtualAccount"
FROM (
    SELECT o.* FROM payment o WHERE o.merchant_id = $1
    UNION ALL
    SELECT o.* FROM payment o
    WHERE o.payment_id IN (SELECT f.payment_id FROM payment_fact f WHERE f.kind = 'ASSIGNMENT' AND f.merchant_id = $1)
      AND o.merchant_id IS DISTINCT FROM $1) p
LEFT JOIN LATERAL payment_assignment(p.payment_id) a ON true
WHERE CASE WHEN a.outcome IS NULL THEN p.merchant_id ELSE a.merchant_id END = $1
ORDER BY p.business_date, p.payment_id
