-- Remembers one migration, in the migration's own transaction.
INSERT INTO schema_migration (version, name, checksum) VALUES ($1, $2, $3)
