-- Everything applied so far, oldest first; a table of some dozens of rows, read whole.
SELECT version, name, checksum FROM schema_migration ORDER BY version
