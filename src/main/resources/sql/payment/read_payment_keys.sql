-- Reads, in a statement of its own, who holds each key, and what is known of a reversal that came first. Indexes:
-- payment_key_pk, payment_pk, payment_reversal_pk.
SELECT t.position::int AS position, k.payment_id, k.meaning_hash, p.outcome,
       d.account_number AS reversal_account_number, d.amount_vnd AS reversal_amount_vnd
FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS t (bank_code, bank_reference, position)
JOIN payment_key k ON k.bank_code = t.bank_code AND k.bank_reference = t.bank_reference
LEFT JOIN payment p ON p.payment_id = k.payment_id
LEFT JOIN payment_reversal v ON v.bank_code = t.bank_code AND v.original_reference = t.bank_reference
LEFT JOIN payment d ON d.payment_id = v.reversal_payment_id
