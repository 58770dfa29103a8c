-- Which of these transfers were taken back before they came, and under what account and amount. Index:
-- payment_reversal_pk.
SELECT v.bank_code, v.original_reference, v.account_number, v.amount_vnd
FROM unnest($1::text[], $2::text[]) AS t (bank_code, bank_reference)
JOIN payment_reversal v ON v.bank_code = t.bank_code AND v.original_reference = t.bank_reference
