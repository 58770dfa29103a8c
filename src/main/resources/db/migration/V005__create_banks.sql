-- Why: the senders of callbacks and the keys by which they sign.
-- Lock: none, new tables. Time on 100 M rows: none. Back: drop the tables.

CREATE TABLE bank (
    bank_code   text NOT NULL,
    bin         text NOT NULL,
    name        text NOT NULL,
    dialect     text NOT NULL DEFAULT 'standard',
    status      text NOT NULL DEFAULT 'ACTIVE',
    created_at  timestamptz NOT NULL,
    created_by  uuid NULL,
    CONSTRAINT bank_pk PRIMARY KEY (bank_code),
    CONSTRAINT bank_code_form CHECK (bank_code ~ '^[a-z0-9][a-z0-9-]{1,31}$'),
    CONSTRAINT bank_bin_digits CHECK (bin ~ '^[0-9]{6}$'),
    CONSTRAINT bank_status_known CHECK (status IN ('ACTIVE', 'SUSPENDED'))
);

-- Two keys of a bank may live at a time: each takes one of two slots, and a live slot is unique.
CREATE TABLE bank_key (
    bank_key_id     uuid NOT NULL,
    bank_code       text NOT NULL,
    slot            smallint NOT NULL,
    algorithm       text NOT NULL,
    secret          bytea NULL,
    public_key_der  bytea NULL,
    created_at      timestamptz NOT NULL,
    created_by      uuid NULL,
    revoked_at      timestamptz NULL,
    CONSTRAINT bank_key_pk PRIMARY KEY (bank_key_id),
    CONSTRAINT bank_key_bank_fk FOREIGN KEY (bank_code) REFERENCES bank (bank_code),
    CONSTRAINT bank_key_slot_known CHECK (slot IN (1, 2)),
    CONSTRAINT bank_key_algorithm_known CHECK (algorithm IN ('hmac-sha256', 'ed25519', 'rsa-sha256')),
    CONSTRAINT bank_key_material_fits CHECK (
        (algorithm = 'hmac-sha256' AND secret IS NOT NULL AND octet_length(secret) >= 16 AND public_key_der IS NULL)
        OR (algorithm <> 'hmac-sha256' AND public_key_der IS NOT NULL AND secret IS NULL))
);
CREATE UNIQUE INDEX bank_key_live_slot_uq ON bank_key (bank_code, slot) WHERE revoked_at IS NULL;
