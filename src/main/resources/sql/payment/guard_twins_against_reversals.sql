-- Stands for an instant where the reversal of each of these twins would: one that is being recorded right now is waited
-- for, one that comes later waits for us, so that neither overlooks the other. Index: payment_reversal_pk.
INSERT INTO payment_reversal (bank_code, original_reference, account_number, amount_vnd, reversal_payment_id)
SELECT bank_code, bank_reference, account_number, amount_vnd, payment_id
FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::uuid[])
     AS t (bank_code, bank_reference, account_number, amount_vnd, payment_id)
ORDER BY bank_code, bank_reference, account_number, amount_vnd
ON CONFLICT ON CONSTRAINT payment_reversal_pk DO NOTHING
