-- The exactly-once gate: claims each bank's reference, in key order so that two writers cannot deadlock, and gives those
-- that were won. Index: payment_key_pk.
INSERT INTO payment_key (bank_code, bank_reference, meaning_hash, payment_id)
SELECT bank_code, bank_reference, meaning_hash, payment_id
FROM unnest($1::text[], $2::text[], $3::bytea[], $4::uuid[])
     AS t (bank_code, bank_reference, meaning_hash, payment_id)
ORDER BY bank_code, bank_reference
ON CONFLICT ON CONSTRAINT payment_key_pk DO NOTHING
RETURNING payment_id
