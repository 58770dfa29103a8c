-- Reads, in a statement of its own, who holds the keys that were not won. Indexes: payment_key_pk, payment_pk.
SELECT k.bank_code, k.bank_reference, k.payment_id, k.meaning_hash, p.outcome, p.business_date
FROM unnest($1::text[], $2::text[]) AS t (bank_code, bank_reference)
JOIN payment_key k ON k.bank_code = t.bank_code AND k.bank_reference = t.bank_reference
JOIN payment p ON p.payment_id = k.payment_id
