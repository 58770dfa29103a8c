-- Remembers which migrations ran, with the checksum of what ran; read by its primary key.
CREATE TABLE IF NOT EXISTS schema_migration (
    version     integer     NOT NULL,
    name        text        NOT NULL,
    checksum    text        NOT NULL,
    applied_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT schema_migration_pk PRIMARY KEY (version),
    CONSTRAINT schema_migration_version_ck CHECK (version > 0),
    CONSTRAINT schema_migration_checksum_ck CHECK (checksum ~ '^[0-9a-f]{64}$')
)
