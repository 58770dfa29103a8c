-- Lists a merchant's codes with what its owner asks about them, good ones first, newest first. $2: who paid before that
-- day is not looked for, so that a page costs no walk through years. Indexes: outlet_merchant_ix, qr_code_outlet_ix,
-- qr_revocation_pk, merchant_account_pk, payment_merchant_ix, print_batch_code_once_uq, print_batch_pk.
SELECT q.qr_id, q.merchant_id, q.outlet_id, q.account_id, q.reference, q.serial, q.payload, q.key_id, q.label, q.terminal,
       q.issued_at, q.expires_at, r.revoked_at, o.name AS outlet_name, paid.last_paid_at,
       -- An account whose holder's name alone waits for staff is still the shop's.
       CASE WHEN a.status = 'PENDING' AND a.replaces_account_id IS NULL THEN 'APPROVED' ELSE a.status END AS account_status,
       (SELECT max(b.printed_at)
        FROM print_batch_code c
        JOIN print_batch b ON b.batch_id = c.batch_id
        WHERE c.qr_id = q.qr_id) AS last_printed_at
FROM outlet o
JOIN qr_code q ON q.outlet_id = o.outlet_id
JOIN merchant_account a ON a.account_id = q.account_id
LEFT JOIN qr_revocation r ON r.serial = q.serial
LEFT JOIN (
    SELECT p.qr_id, max(p.booked_at) AS last_paid_at
    FROM payment p
    WHERE p.merchant_id = $1 AND p.business_date >= $2 AND p.qr_id IS NOT NULL AND p.direction = 'CREDIT'
    GROUP BY p.qr_id) paid ON paid.qr_id = q.qr_id
WHERE o.merchant_id = $1 AND ($3::uuid[] IS NULL OR q.qr_id = ANY ($3))
  AND ($4::boolean OR r.serial IS NULL AND q.expires_at >= $5)
ORDER BY o.name, o.outlet_id, r.revoked_at IS NOT NULL, q.qr_id DESC
LIMIT $6
