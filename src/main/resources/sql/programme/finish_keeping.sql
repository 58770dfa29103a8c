-- Says that the programme's counts are kept as of $1. Index: programme_kept_pk.
INSERT INTO programme_kept (kept_at) VALUES ($1)
ON CONFLICT ON CONSTRAINT programme_kept_pk DO UPDATE SET kept_at = excluded.kept_at
