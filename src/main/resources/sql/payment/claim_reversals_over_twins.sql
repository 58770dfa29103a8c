-- A reversal whose original is only the twin of the payment that counts takes that one back. Indexes:
-- payment_reversal_payment_ix, payment_key_pk, payment_pk.
INSERT INTO payment_reversal (bank_code, original_reference, account_number, amount_vnd, reversal_payment_id, via)
SELECT c.bank_code, c.bank_reference, c.account_number, c.amount_vnd, v.reversal_payment_id, 'TWIN'
FROM unnest($1::uuid[]) AS t (reversal_payment_id)
JOIN payment_reversal v ON v.reversal_payment_id = t.reversal_payment_id
JOIN payment_key k ON k.bank_code = v.bank_code AND k.bank_reference = v.original_reference
JOIN payment n ON n.payment_id = k.payment_id AND n.account_number = v.account_number AND n.amount_vnd = v.amount_vnd
JOIN payment c ON c.payment_id = n.twin_of
WHERE n.direction = 'CREDIT'
ORDER BY 1, 2, 3, 4
ON CONFLICT ON CONSTRAINT payment_reversal_pk DO NOTHING
