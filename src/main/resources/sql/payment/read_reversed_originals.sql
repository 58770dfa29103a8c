-- Reads the original of each reversal, and whether this reversal is the one that counts. Indexes: payment_reversal_pk,
-- payment_key_pk, payment_pk.
SELECT v.reversal_payment_id, p.account_number, p.amount_vnd, p.direction,
       p.merchant_id, p.outlet_id, p.qr_id, p.payment_request_id
FROM unnest($1::text[], $2::text[], $3::uuid[]) AS t (bank_code, original_reference, payment_id)
JOIN payment_reversal v ON v.bank_code = t.bank_code AND v.original_reference = t.original_reference
                       AND v.reversal_payment_id = t.payment_id
LEFT JOIN payment_key k ON k.bank_code = t.bank_code AND k.bank_reference = t.original_reference
LEFT JOIN payment p ON p.payment_id = k.payment_id
