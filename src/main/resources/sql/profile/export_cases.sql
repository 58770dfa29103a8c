-- What people had to look at about a merchant's payments. Indexes: payment_merchant_ix, recon_case_payment_ix.
SELECT c.case_id AS "caseId", c.kind, c.status, c.payment_id AS "paymentId", c.opened_at AS "openedAt",
       c.resolution, c.resolved_at AS "resolvedAt"
FROM payment p
JOIN recon_case c ON c.payment_id = p.payment_id
WHERE p.merchant_id = $1
ORDER BY c.case_id
