-- Which of these transfers were taken back before they came. Indexes: payment_reversal_pk, payment_pk.
SELECT v.bank_code, v.original_reference, d.account_number, d.amount_vnd
FROM unnest($1::text[], $2::text[]) AS t (bank_code, bank_reference)
JOIN payment_reversal v ON v.bank_code = t.bank_code AND v.original_reference = t.bank_reference
JOIN payment d ON d.payment_id = v.reversal_payment_id
