-- Reads a payment and holds its row until COMMIT, so that decisions about one payment follow each other; the writer of
-- callbacks never waits for it. Index: payment_pk.
SELECT bank_code, bank_reference, direction, twin_of, amount_vnd, business_date
FROM payment
WHERE payment_id = $1
FOR NO KEY UPDATE
