-- Reads one shop that a helper registered, with how far it has come; nobody else's. Index: merchant_pk, password_link_pk,
-- qr_code_outlet_ix, payment_merchant_ix.
SELECT m.merchant_id, m.display_name, m.status, m.created_at,
       EXISTS (SELECT FROM password_link l WHERE l.merchant_id = m.merchant_id AND l.used_at IS NOT NULL) AS has_password,
       EXISTS (
           SELECT FROM outlet o JOIN qr_code q ON q.outlet_id = o.outlet_id
           WHERE o.merchant_id = m.merchant_id) AS has_code,
       EXISTS (
           SELECT FROM payment p
           WHERE p.merchant_id = m.merchant_id AND p.direction = 'CREDIT' AND p.twin_of IS NULL) AS has_payment
FROM merchant m
WHERE m.assisted_by = $1 AND m.merchant_id = $2
