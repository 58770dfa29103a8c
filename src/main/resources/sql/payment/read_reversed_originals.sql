-- Reads the original of each reversal, or the payment that counts in its place, and whether this reversal is the one that
-- counts. Indexes: payment_reversal_payment_ix, payment_key_pk, payment_pk.
SELECT v.reversal_payment_id, p.account_number, p.amount_vnd, p.direction,
       c.merchant_id, c.outlet_id, c.qr_id, c.payment_request_id
FROM unnest($1::text[], $2::text[], $3::uuid[]) AS t (bank_code, original_reference, payment_id)
JOIN payment_reversal v ON v.reversal_payment_id = t.payment_id AND v.bank_code = t.bank_code
                       AND v.original_reference = t.original_reference
LEFT JOIN payment_key k ON k.bank_code = t.bank_code AND k.bank_reference = t.original_reference
LEFT JOIN payment p ON p.payment_id = k.payment_id
LEFT JOIN payment c ON c.payment_id = COALESCE(p.twin_of, p.payment_id)
