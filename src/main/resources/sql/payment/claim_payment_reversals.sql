-- Claims the original of each reversal whose own key was won; the first one counts. Index: payment_reversal_pk.
INSERT INTO payment_reversal (bank_code, original_reference, reversal_payment_id)
SELECT t.bank_code, t.original_reference, t.payment_id
FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[])
     AS t (bank_code, bank_reference, original_reference, payment_id)
JOIN payment_key k ON k.bank_code = t.bank_code AND k.bank_reference = t.bank_reference
                  AND k.payment_id = t.payment_id
ORDER BY t.bank_code, t.original_reference
ON CONFLICT ON CONSTRAINT payment_reversal_pk DO NOTHING
