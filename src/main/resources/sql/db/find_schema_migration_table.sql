-- Tells whether any migration ever ran here, without an error where none did; reads the catalogue's name index.
SELECT to_regclass('schema_migration') IS NOT NULL AS present
