-- Reads the fact of a key. Index: payment_fact_key_uq.
SELECT payment_id, amount_vnd FROM payment_fact WHERE kind = $1 AND fact_key = $2
