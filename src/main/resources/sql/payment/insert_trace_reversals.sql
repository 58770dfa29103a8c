-- Keeps which payments are taken back by a debit that repeats their trace. Index: payment_reversal_pk.
INSERT INTO payment_reversal (bank_code, original_reference, account_number, amount_vnd, reversal_payment_id, via)
SELECT bank_code, original_reference, account_number, amount_vnd, reversal_payment_id, 'TRACE'
FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::uuid[])
     AS t (bank_code, original_reference, account_number, amount_vnd, reversal_payment_id)
ORDER BY bank_code, original_reference, account_number, amount_vnd
ON CONFLICT ON CONSTRAINT payment_reversal_pk DO NOTHING
