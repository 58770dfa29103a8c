-- What had taken back these twins before they came takes back the payments that count. Indexes: payment_pk,
-- payment_reversal_pk.
INSERT INTO payment_reversal (bank_code, original_reference, account_number, amount_vnd, reversal_payment_id, via)
SELECT c.bank_code, c.bank_reference, c.account_number, c.amount_vnd, v.reversal_payment_id, 'TWIN'
FROM payment n
JOIN payment c ON c.payment_id = n.twin_of
JOIN payment_reversal v ON v.bank_code = n.bank_code AND v.original_reference = n.bank_reference
                       AND v.account_number = n.account_number AND v.amount_vnd = n.amount_vnd
WHERE n.payment_id = ANY ($1) AND n.direction = 'CREDIT'
ORDER BY 1, 2, 3, 4
ON CONFLICT ON CONSTRAINT payment_reversal_pk DO NOTHING
