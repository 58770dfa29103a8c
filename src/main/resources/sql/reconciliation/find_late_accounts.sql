-- Finds money on accounts, or virtual accounts, that were registered and approved after it came, from a case on; holds the
-- cases, and passes by those that somebody else holds. Indexes: recon_case_unresolved_ix, payment_pk,
-- virtual_account_pk, merchant_account_number_uq, outlet_merchant_ix.
SELECT c.case_id, c.fingerprint, p.payment_id, p.amount_vnd, m.merchant_id, o.outlet_id
FROM recon_case c
JOIN payment p ON p.payment_id = c.payment_id AND p.direction = 'CREDIT' AND p.merchant_id IS NULL AND p.twin_of IS NULL
JOIN bank b ON b.bank_code = p.bank_code
JOIN recon_case_party w ON w.case_id = c.case_id AND w.part = 'ACCOUNT'
JOIN merchant m ON m.merchant_id = w.merchant_id AND m.status IN ('APPROVED', 'SUSPENDED')
JOIN outlet o ON o.merchant_id = m.merchant_id
WHERE c.kind = 'UNMATCHED' AND c.status <> 'RESOLVED' AND c.pending_act_id IS NULL AND c.case_id > $1
  AND NOT EXISTS (SELECT FROM outlet other WHERE other.merchant_id = m.merchant_id AND other.outlet_id <> o.outlet_id)
  AND (EXISTS (SELECT FROM virtual_account v WHERE v.bank_bin = b.bin AND v.account_number = p.virtual_account)
    OR EXISTS (
        SELECT FROM merchant_account a
        WHERE a.bank_bin = b.bin AND a.account_number = p.account_number AND a.status IN ('APPROVED', 'REPLACED')))
  AND NOT EXISTS (SELECT FROM payment_assignment(p.payment_id) n WHERE n.merchant_id IS NOT NULL)
ORDER BY c.case_id
LIMIT $2
FOR NO KEY UPDATE OF c SKIP LOCKED
