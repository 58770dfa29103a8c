-- Which of these transfers were taken back before they came, and by what. Indexes: payment_reversal_pk, payment_pk.
SELECT v.bank_code, v.original_reference, v.account_number, v.amount_vnd, v.reversal_payment_id,
       d.bank_reference, d.business_date
FROM unnest($1::text[], $2::text[]) AS t (bank_code, bank_reference)
JOIN payment_reversal v ON v.bank_code = t.bank_code AND v.original_reference = t.bank_reference
JOIN payment d ON d.payment_id = v.reversal_payment_id
