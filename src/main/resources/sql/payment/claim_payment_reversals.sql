-- Claims the original of each reversal whose own key was won, under what the reversal says of it; of several that say the
-- same the first one counts. Index: payment_reversal_pk.
INSERT INTO payment_reversal (bank_code, original_reference, account_number, amount_vnd, reversal_payment_id)
SELECT t.bank_code, t.original_reference, t.account_number, t.amount_vnd, t.payment_id
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::uuid[])
     AS t (bank_code, bank_reference, original_reference, account_number, amount_vnd, payment_id)
JOIN payment_key k ON k.bank_code = t.bank_code AND k.bank_reference = t.bank_reference
                  AND k.payment_id = t.payment_id
ORDER BY t.bank_code, t.original_reference, t.account_number, t.amount_vnd
ON CONFLICT ON CONSTRAINT payment_reversal_pk DO NOTHING
