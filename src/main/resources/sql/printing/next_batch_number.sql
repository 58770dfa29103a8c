-- Counts a merchant's batches on; those of one merchant wait for each other here. Index: print_batch_counter_pk.
INSERT INTO print_batch_counter AS c (merchant_id, last_number)
VALUES ($1, 1)
ON CONFLICT ON CONSTRAINT print_batch_counter_pk DO UPDATE SET last_number = c.last_number + 1
RETURNING last_number
