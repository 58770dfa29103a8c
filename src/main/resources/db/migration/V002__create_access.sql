-- Why: logins, sessions, lock-out, idempotency keys and the audit log, which everything else refers to.
-- Lock: none, new tables. Time on 100 M rows: none. Back: drop the tables.

-- One way to log in: a merchant's phone number in E.164, or a staff login. password_hash is Argon2id in PHC form.
CREATE TABLE credential (
    login           text NOT NULL,
    subject_id      uuid NOT NULL,
    subject_kind    text NOT NULL,
    password_hash   text NOT NULL,
    created_at      timestamptz NOT NULL,
    failures        integer NOT NULL DEFAULT 0,
    locked_until    timestamptz NULL,
    CONSTRAINT credential_pk PRIMARY KEY (login),
    CONSTRAINT credential_subject_kind_known CHECK (subject_kind IN ('MERCHANT', 'STAFF')),
    CONSTRAINT credential_failures_counted CHECK (failures >= 0)
);
CREATE INDEX credential_subject_ix ON credential (subject_id);

CREATE TABLE staff (
    staff_id        uuid NOT NULL,
    login           text NOT NULL,
    name            text NOT NULL,
    role            text NOT NULL,
    district_codes  text[] NOT NULL DEFAULT '{}',
    created_at      timestamptz NOT NULL,
    created_by      uuid NULL,
    CONSTRAINT staff_pk PRIMARY KEY (staff_id),
    CONSTRAINT staff_login_uq UNIQUE (login),
    CONSTRAINT staff_role_known CHECK (role IN ('REGISTRAR', 'ANALYST', 'ADMIN'))
);

-- A session; its token is known to the client alone, here stands its SHA-256.
CREATE TABLE session (
    token_hash      bytea NOT NULL,
    subject_id      uuid NOT NULL,
    role            text NOT NULL,
    district_codes  text[] NOT NULL DEFAULT '{}',
    csrf_token      text NOT NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    CONSTRAINT session_pk PRIMARY KEY (token_hash),
    CONSTRAINT session_token_hash_sized CHECK (octet_length(token_hash) = 32),
    CONSTRAINT session_role_known CHECK (role IN ('MERCHANT', 'REGISTRAR', 'ANALYST', 'ADMIN'))
);
CREATE INDEX session_expires_ix ON session (expires_at);
CREATE INDEX session_subject_ix ON session (subject_id);

-- The answer that an Idempotency-Key got first.
CREATE TABLE idempotency_key (
    scope           text NOT NULL,
    key             text NOT NULL,
    request_hash    bytea NOT NULL,
    status          integer NULL,
    headers         jsonb NULL,
    body            bytea NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    CONSTRAINT idempotency_key_pk PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_key_expires_ix ON idempotency_key (expires_at);

-- Who did what to whom, when and why. Rows are only ever added.
CREATE TABLE audit_entry (
    audit_entry_id  uuid NOT NULL,
    recorded_at     timestamptz NOT NULL,
    actor_id        uuid NULL,
    actor_role      text NOT NULL,
    action          text NOT NULL,
    subject_kind    text NOT NULL,
    subject_id      text NOT NULL,
    reason          text NULL,
    request_id      text NULL,
    details         jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT audit_entry_pk PRIMARY KEY (audit_entry_id)
);
CREATE INDEX audit_entry_subject_ix ON audit_entry (subject_kind, subject_id, recorded_at);
