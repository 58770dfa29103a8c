-- Takes a batch back unless that was done before: then no row. Index: print_recall_pk.
INSERT INTO print_recall (batch_id, recalled_at, actor_id, actor_role, reason)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ON CONSTRAINT print_recall_pk DO NOTHING
