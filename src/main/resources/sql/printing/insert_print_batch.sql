-- Keeps a batch unless one of its id exists: then no row. Index: print_batch_pk.
INSERT INTO print_batch
    (batch_id, merchant_id, outlet_id, batch_number, layout, copies, reprint_of, printed_at, actor_id, actor_role)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT ON CONSTRAINT print_batch_pk DO NOTHING
