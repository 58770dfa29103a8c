-- Which of the references $2 bank $1 has told, by callback or by statement. Index: payment_key_pk.
SELECT bank_reference FROM payment_key WHERE bank_code = $1 AND bank_reference = ANY ($2::text[])
